import { decodeExport } from '../../../../../src/codecs/exchange/decode-export';
import type { ArticleToExport } from '../../../../../src/codecs/exchange/encode-export';
import type { ConflictRule, ImportPlan } from '../../../../../src/core/import/import-plan';
import { err, ok } from '../../../../../src/core/result';
import type { Desktop } from '../../../../../src/preload/contract';
import { ImportReader } from '../../../../../src/renderer/workers/import-reader';
import { exportArticles } from '../../../../../src/renderer/workspace/actions/export/export-articles';
import { readImport } from '../../../../../src/renderer/workspace/actions/import/import';
import type { ImportStage } from '../../../../../src/renderer/workspace/actions/import/import-state';
import type { FileSource } from '../../../../../src/renderer/workspace/actions/opening/file-source';
import type { Workspace } from '../../../../../src/renderer/workspace/workspace';
import { annotationsIn } from '../../../../support/stored-records';
import { buildTaggedArticle, encodeToText, type Tag } from '../../../codecs/export-builders';
import { memoryDesktop } from '../../memory-desktop';
import { succeed, type TestWorkspace } from '../../test-workspace';

/** Reads exports in this thread. */
export class ThreadImportReader extends ImportReader {
  override async read(
    ...[bytes, { onProgress, signal }]: Parameters<ImportReader['read']>
  ): ReturnType<ImportReader['read']> {
    if (signal.aborted) return err({ code: 'cancelled' });
    return decodeExport(bytes, onProgress);
  }
}

/** An export as a file to import. */
export function sourceOf(bytes: Uint8Array, fileName = 'export.json'): FileSource {
  return { fileName, read: async () => ok(bytes) };
}

/** What the dialog shows now. */
export function stageOf({ screen }: Workspace): ImportStage | undefined {
  return screen.getState().importing?.stage;
}

/** Reads a file up to where the person decides, and gives what it would do. */
export async function prepare(workspace: Workspace, bytes: Uint8Array): Promise<ImportPlan> {
  await readImport(workspace, sourceOf(bytes), new ThreadImportReader());
  const stage = stageOf(workspace);
  if (stage?.kind !== 'ready') throw new Error(JSON.stringify(stage));
  return stage.plan;
}

/** The bytes of an export of everything, as the program writes it. */
export async function exportAll(workspace: Workspace): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const desktop: Desktop = {
    ...memoryDesktop([]),
    beginSave: async () => ok({ saveId: 'save', destination: 'all.json' }),
    writeChunk: async (_saveId, bytes) => {
      chunks.push(bytes);
      return ok(null);
    },
    commitSave: async (_saveId, digest) => ok({ ...digest, destination: 'all.json' }),
  };
  succeed(
    await exportArticles(
      { ...workspace, desktop },
      {
        scope: 'all',
        format: 'dateline',
        version: '0.1.0',
        onProgress: () => {},
        signal: new AbortController().signal,
      },
    ),
  );
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/** What the article `mine` says. */
export const text = 'The Kangan Mine met its plan on 5 May 2024. 🏭 The Ryul Works did not.';

/** What is tagged in it. */
export const tags: readonly Tag[] = [
  { words: ['Kangan Mine'], body: { kind: 'enterprise', name: 'KM' } },
  { words: ['met its plan'], body: { kind: 'claim', status: 'completed' } },
  { words: ['5 May 2024'], body: { kind: 'date', edtf: '2024-05-05', basis: { by: 'hand' } } },
];

/** An article with three annotations. */
export const mine = buildTaggedArticle('one', text, tags, { status: 'done', note: 'Checked.' });

/** Another, with one. */
export const other = buildTaggedArticle('two', 'Only the Ryul Works.\r\n', [
  { words: ['Ryul Works'], body: { kind: 'enterprise' } },
]);

/** What is here stays, wherever the file differs. */
export const keepMine: ConflictRule = { decision: 'mine', exceptions: new Map() };

/** An export of `articles` as a file has it. */
export async function fileOf(...articles: readonly ArticleToExport[]): Promise<Uint8Array> {
  return new TextEncoder().encode((await encodeToText(articles)).text);
}

/** An article on which the first words were tagged `count` times. */
export function large(count: number): ArticleToExport {
  return buildTaggedArticle('large', text, repeat(count));
}

/** That many tags of the same words. */
export function repeat(count: number): readonly Tag[] {
  return Array.from({ length: count }, () => ({
    words: ['Ryul Works'],
    body: { kind: 'enterprise' },
  }));
}

/** Everything that a person can come upon: records, texts, and what can be undone and done again. */
export async function everything({ database, store }: TestWorkspace): Promise<unknown> {
  return {
    articles: await database.articles.toArray(),
    annotations: await annotationsIn(database),
    texts: await database.texts.toArray(),
    undoStack: store.state.undoStack,
  };
}
