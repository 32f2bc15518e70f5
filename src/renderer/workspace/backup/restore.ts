import { hashText } from '../../../codecs/hash';
import type { ChangeEntry } from '../../../core/change';
import type { LineageId, Sha256 } from '../../../core/ids';
import { err, ok, type Result } from '../../../core/result';
import type { SnapshotBatch, SnapshotFacts, StateFact } from '../../../core/snapshot';
import type { Desktop, KeptLineage } from '../../../preload/contract';
import type { ReplayFault } from '../../storage/replay';
import { RestoreTarget, type SettleFault } from '../../storage/restore-target';
import { type StoreError, storeErrorOf } from '../../storage/store-error';
import { BackupCounter, type BackupCounts } from './count-backup';
import { ReadFailure, readChunks } from './read-chunks';
import { type BackupReadError, type BackupVisitor, visitBackup } from './visit-backup';
import { type Way, waysTo } from './ways';

/** Why nothing was restored. */
export type RestoreError =
  | BackupReadError
  | SettleFault
  | { readonly code: 'misfit'; readonly fault: ReplayFault }
  /** The new store could not be written. */
  | { readonly code: 'store'; readonly error: StoreError }
  | { readonly code: 'cancelled' }
  /** The backup holds nothing that leads there. */
  | { readonly code: 'nothing' };

/** What to bring back, and from where. */
export interface RestoreRequest {
  readonly desktop: Desktop;
  readonly kept: KeptLineage;
  /** Null: as far as the backup goes. */
  readonly target: number | null;
  readonly signal: AbortSignal;
}

/** How far a restore is. */
export interface RestoreProgress {
  readonly articles: number;
  readonly annotations: number;
}

/** What a restore would bring back. */
export interface RestorePreview extends BackupCounts {
  /** How many texts of its articles the backup does not hold. */
  readonly missingTexts: number;
}

/** What a restore would bring back, by the best way that can be read to its end. Nothing is made. */
export function previewRestore({
  desktop,
  kept,
  target,
  signal,
}: RestoreRequest): Promise<Result<RestorePreview, RestoreError>> {
  return byTheBestWay(kept, target, async (way) => {
    const counter = new BackupCounter();
    const visited = await visitBackup(desktop, kept.lineage, way, counter, signal);
    if (!visited.ok) return visited;
    const missingTexts = await countMissing(desktop, counter.texts, signal);
    return ok({ ...counter.counts, missingTexts });
  });
}

/** What the new store is to be. */
export interface RestoreOptions extends RestoreRequest {
  /** The name of the store's first database. */
  readonly base: string;
  /** A lineage that was never given before. */
  readonly lineage: LineageId;
  /** The time now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** A text from the store that is there, where the backup lacks it; null when it has none either. */
  readonly otherText: (hash: Sha256) => Promise<string | null>;
  /** Facts of the store that is there which no restore should take back, such as the person's settings and what is open. */
  readonly otherFacts: () => Promise<readonly StateFact[]>;
  readonly onProgress: (progress: RestoreProgress) => void;
}

/** A store that was restored; `missingTexts` are nowhere. */
export interface Restored extends RestorePreview {
  /** The last entry of its log. */
  readonly seq: number;
}

/**
 * Makes the next generation of the store from the backup, by the best way that can be read to its end. The store that is
 * there is not touched; what ends this early leaves nothing.
 */
export async function restore(options: RestoreOptions): Promise<Result<Restored, RestoreError>> {
  const { kept, target } = options;
  return byTheBestWay(kept, target, async (way) => {
    const made = await RestoreTarget.begin(options.base);
    let isDone = false;
    try {
      const restored = await fill(made, way, options);
      isDone = restored.ok;
      return restored;
    } finally {
      if (!isDone) await made.abandon();
    }
  });
}

async function fill(
  made: RestoreTarget,
  way: Way,
  options: RestoreOptions,
): Promise<Result<Restored, RestoreError>> {
  const { desktop, kept, signal, onProgress } = options;
  const counter = new BackupCounter();
  const builder = new StoreBuilder(made, counter, onProgress);
  const visited = await visitBackup(desktop, kept.lineage, way, builder, signal);
  if (!visited.ok) return visited;
  await made.put({ kind: 'state', rows: await options.otherFacts() });
  const missingTexts = await bringTexts(made, options);
  const seq = await made.lastSeq();
  signal.throwIfAborted();
  await made.finish({
    id: options.lineage,
    madeAt: options.now(),
    restoredFrom: { lineage: kept.lineage as LineageId, seq },
  });
  return ok({ ...counter.counts, seq, missingTexts });
}

/** Puts what is visited into a store in the making, and counts it. */
class StoreBuilder implements BackupVisitor<RestoreError> {
  readonly #target: RestoreTarget;
  readonly #counter: BackupCounter;
  readonly #onProgress: (progress: RestoreProgress) => void;

  constructor(
    target: RestoreTarget,
    counter: BackupCounter,
    onProgress: (progress: RestoreProgress) => void,
  ) {
    this.#target = target;
    this.#counter = counter;
    this.#onProgress = onProgress;
  }

  async batch(batch: SnapshotBatch): Promise<void> {
    await this.#target.put(batch);
    this.#counter.batch(batch);
    this.#onProgress(this.#counter.counts);
  }

  async settled(facts: SnapshotFacts): Promise<Result<null, RestoreError>> {
    const settled = await this.#target.settle(facts);
    return settled.ok ? this.#counter.settled(facts) : settled;
  }

  async acts(acts: readonly (readonly ChangeEntry[])[]): Promise<Result<null, RestoreError>> {
    const replayed = await this.#target.replay(acts);
    if (!replayed.ok) return err({ code: 'misfit', fault: replayed.error });
    this.#counter.acts(acts);
    this.#onProgress(this.#counter.counts);
    return ok(null);
  }
}

/** Puts the texts in place that are to be had; the value is how many are not. */
async function bringTexts(
  made: RestoreTarget,
  { desktop, otherText, signal }: RestoreOptions,
): Promise<number> {
  let missing = 0;
  for (const hash of await made.textsWanted()) {
    signal.throwIfAborted();
    const text = (await readText(desktop, hash)) ?? (await otherText(hash));
    if (text !== null && hashText(text) === hash) await made.putText(hash, text);
    else missing += 1;
  }
  return missing;
}

/** A text of the backup; null when it is not there, or not what its hash says. */
async function readText(desktop: Desktop, hash: Sha256): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  try {
    for await (const chunk of readChunks(desktop, { kind: 'text', sha256: hash }))
      text += decoder.decode(chunk, { stream: true });
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return null;
    throw thrown;
  }
  text += decoder.decode();
  return hashText(text) === hash ? text : null;
}

async function countMissing(
  desktop: Desktop,
  texts: ReadonlySet<Sha256>,
  signal: AbortSignal,
): Promise<number> {
  let missing = 0;
  for (const sha256 of texts) {
    signal.throwIfAborted();
    const begun = await desktop.beginBackupRead({ kind: 'text', sha256 });
    if (begun.ok) await desktop.abortRead(begun.value.readId);
    else missing += 1;
  }
  return missing;
}

/** Goes the ways that lead to `target`, the best first, until one leads there; the failure is that of the best. */
async function byTheBestWay<T>(
  kept: KeptLineage,
  target: number | null,
  go: (way: Way) => Promise<Result<T, RestoreError>>,
): Promise<Result<T, RestoreError>> {
  let failure: RestoreError = { code: 'nothing' };
  for (const [index, way] of waysTo(kept, target).entries()) {
    const outcome = await attempt(() => go(way));
    if (outcome.ok || outcome.error.code === 'cancelled') return outcome;
    if (index === 0) failure = outcome.error;
  }
  return err(failure);
}

/** What `work` answers, or why it threw: it was stopped, or the new store could not be written. */
async function attempt<T>(
  work: () => Promise<Result<T, RestoreError>>,
): Promise<Result<T, RestoreError>> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError')
      return err({ code: 'cancelled' });
    return err({ code: 'store', error: storeErrorOf(thrown) });
  }
}
