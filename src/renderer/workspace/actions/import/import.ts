import type { ConflictRule } from '../../../../core/import/import-plan';
import type { ImportedArticle } from '../../../../core/import/imported-article';
import type { GrantOutcome } from '../../../../preload/contract';
import { ImportReader } from '../../../workers/import-reader';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';
import { type FileSource, grantedSource, pageSource } from '../opening/file-source';
import { visitArticle } from '../show-article';
import { applyImport } from './import-apply';
import { compareImport } from './import-compare';
import type { ImportProgress, ImportRefusal, ImportStage } from './import-state';

/** Asks for exports by the system's dialog and imports them. Closing the dialog is no failure. */
export async function chooseImport(workspace: Workspace): Promise<void> {
  const chosen = await workspace.desktop.openFiles();
  if (chosen.ok) importGrantedFiles(workspace, chosen.value);
  else if (chosen.error.code !== 'cancelled')
    importSources(workspace, [grantedSource(workspace.desktop, chosen)]);
}

/** Imports files that main has granted. */
export function importGrantedFiles(workspace: Workspace, outcomes: readonly GrantOutcome[]): void {
  importSources(
    workspace,
    outcomes.map((outcome) => grantedSource(workspace.desktop, outcome)),
  );
}

/** Imports files that the page itself was given. */
export function importPageFiles(workspace: Workspace, files: readonly File[]): void {
  importSources(workspace, files.map(pageSource));
}

/** Imports files one after another, each once the one before is decided and done. */
export function importSources(workspace: Workspace, sources: readonly FileSource[]): void {
  const { screen } = workspace;
  if (sources.length === 0) return;
  const isFree = screen.getState().importing === null;
  screen.setState(({ toImport }) => ({ toImport: [...toImport, ...sources], dialog: 'import' }));
  if (isFree) importNext(workspace);
}

/** Ends an import that waits for the person or is over, and takes up the next file. */
export function closeImport(workspace: Workspace): void {
  workspace.screen.setState({ importing: null });
  importNext(workspace);
}

function importNext(workspace: Workspace): void {
  const { screen } = workspace;
  const [next, ...rest] = screen.getState().toImport;
  if (next) {
    screen.setState({ toImport: rest, dialog: 'import' });
    void readImport(workspace, next);
  } else screen.setState(({ dialog }) => (dialog === 'import' ? { dialog: null } : {}));
}

/**
 * Reads a file, checks it, and holds it against what is here, up to the point where the person decides. Nothing is
 * written. A stop on the way ends it as if it had not begun.
 */
export async function readImport(
  workspace: Workspace,
  { fileName, read }: FileSource,
  reader: ImportReader = new ImportReader(),
): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const since = performance.now();
  const show = (stage: ImportStage): void => {
    if (!signal.aborted)
      workspace.screen.setState({ importing: { fileName, stage, cancel: () => stop.abort() } });
  };
  signal.addEventListener('abort', () => closeImport(workspace));
  const refuse = (refusal: ImportRefusal): void => show({ kind: 'refused', refusal });

  show({ kind: 'reading', done: 0, total: 0, since });
  const bytes = await read();
  if (!bytes.ok) {
    refuse(bytes.error);
    return;
  }
  if (signal.aborted) return;
  const decoded = await reader.read(bytes.value, {
    signal,
    onProgress: (progress) => show({ kind: 'reading', ...progress, since }),
  });
  if (!decoded.ok) {
    if (!isStopped(decoded.error)) refuse(decoded.error);
    return;
  }
  await compare(workspace, decoded.value.articles, { signal, show });
}

async function compare(
  workspace: Workspace,
  articles: readonly ImportedArticle[],
  { signal, show }: { readonly signal: AbortSignal; readonly show: (stage: ImportStage) => void },
): Promise<void> {
  const since = performance.now();
  const seq = workspace.store.lastSeq;
  const plan = await compareImport(workspace, articles, {
    signal,
    onProgress: (progress) => show({ kind: 'comparing', ...progress, since }),
  });
  if (plan) show({ kind: 'ready', plan, seq });
}

/**
 * Stores what the plan of the import on screen says, conflicts decided by `rule`, as one step of undo. It goes on while
 * the dialog is closed. A stop on the way, or a failure, takes back what is stored already.
 */
export async function acceptImport(workspace: Workspace, rule: ConflictRule): Promise<void> {
  const { screen } = workspace;
  const { importing } = screen.getState();
  if (importing?.stage.kind !== 'ready') return;
  const { fileName } = importing;
  const { plan, seq } = importing.stage;
  const stop = new AbortController();
  const since = performance.now();
  const show = (stage: ImportStage): void =>
    screen.setState({ importing: { fileName, stage, cancel: () => stop.abort() } });
  const showProgress = (progress: Omit<ImportProgress, 'since'>): void =>
    show({ kind: 'applying', ...progress, since });

  showProgress({ done: 0, total: 0 });
  const outcome = await applyImport(workspace, {
    plan,
    seq,
    rule,
    fileName,
    signal: stop.signal,
    onProgress: showProgress,
    onWithdraw: () => show({ kind: 'withdrawing' }),
  });
  if (outcome.kind === 'cancelled') closeImport(workspace);
  else if (outcome.kind === 'failed') show(outcome);
  else {
    show({ kind: 'done', ...outcome.result });
    const [first] = plan.newArticles;
    if (first && !screen.getState().article) await visitArticle(workspace, first.article.id);
    if (outcome.label) tell(screen, { kind: 'done', label: outcome.label });
  }
  // A failure is never missed because the dialog was closed meanwhile; the end is told by the notice as well.
  if (outcome.kind === 'failed') screen.setState({ dialog: 'import' });
  else if (screen.getState().dialog !== 'import') closeImport(workspace);
}

function isStopped(refusal: { readonly code: string }): refusal is { readonly code: 'cancelled' } {
  return refusal.code === 'cancelled';
}
