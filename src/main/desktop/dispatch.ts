import { z } from 'zod';
import type { Result } from '../../core/result';
import {
  chunkBytes,
  type Desktop,
  type DesktopMethod,
  type FileError,
  type FileToken,
  themes,
} from '../../preload/contract';
import { fail } from './file-error';
import { isRandomName } from './random-name';

// zod would otherwise probe `new Function`.
z.config({ jitless: true });

/** Calls one method with arguments that come from the page; null when they are not what the contract allows. */
type Route = (
  desktop: Desktop,
  args: readonly unknown[],
) => Promise<Result<unknown, FileError>> | null;

/** A route that lets through only arguments of the schema. */
function route<Args extends readonly unknown[]>(
  schema: z.ZodType<Args>,
  call: (desktop: Desktop, ...args: Args) => Promise<Result<unknown, FileError>>,
): Route {
  return (desktop, args) => {
    const read = schema.safeParse(args);
    return read.success ? call(desktop, ...read.data) : null;
  };
}

const nothing = z.tuple([]);
const sessionId = z.custom<string>(isRandomName);
const token = z.custom<FileToken>(isRandomName);
const chunk = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= chunkBytes,
);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const digest = z.strictObject({ byteLength: z.number().int().nonnegative(), sha256 });
const lineage = z.string().regex(/^lin_[\w-]{1,64}$/);
const seq = z.number().int().positive();
const count = z.number().int().nonnegative();
const pieces = z
  .array(z.strictObject({ first: seq, last: seq, index: count, isEnd: z.boolean(), bytes: chunk }))
  .max(10_000)
  .refine(
    (all) => all.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= chunkBytes,
    'more than a chunk',
  );
const backupItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), sha256 }),
  z.strictObject({ kind: z.literal('snapshot'), lineage }),
]);
const keptItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), sha256 }),
  z.strictObject({ kind: z.literal('snapshot'), lineage, sha256 }),
]);
const keptSnapshot = digest.extend({ seq, at: z.iso.datetime({ precision: 3 }) });
const label = z.string().min(1).max(200);
const menuEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('separator') }),
  z.strictObject({
    kind: z.literal('command'),
    commandId: label,
    label,
    accelerator: z.exactOptional(label),
    enabled: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('role'),
    label,
    role: z.enum([
      'cut',
      'copy',
      'paste',
      'selectAll',
      'quit',
      'togglefullscreen',
      'recentDocuments',
    ]),
  }),
]);
const menuGroup = z.strictObject({
  label,
  accessKey: z.exactOptional(z.string().regex(/^[A-Z]$/)),
  entries: z.array(menuEntry).max(200),
});

/** What each method takes. A method without its route does not compile. */
const routes = {
  describe: route(nothing, (desktop) => desktop.describe()),
  openFiles: route(nothing, (desktop) => desktop.openFiles()),
  listRecentFiles: route(nothing, (desktop) => desktop.listRecentFiles()),
  forgetRecentFiles: route(nothing, (desktop) => desktop.forgetRecentFiles()),
  beginRead: route(z.tuple([token]), (desktop, granted) => desktop.beginRead(granted)),
  readChunk: route(z.tuple([sessionId]), (desktop, id) => desktop.readChunk(id)),
  abortRead: route(z.tuple([sessionId]), (desktop, id) => desktop.abortRead(id)),
  beginSave: route(
    z.tuple([z.strictObject({ suggestedName: z.string().min(1).max(1000) })]),
    (desktop, request) => desktop.beginSave(request),
  ),
  writeChunk: route(z.tuple([sessionId, chunk]), (desktop, id, bytes) =>
    desktop.writeChunk(id, bytes),
  ),
  commitSave: route(z.tuple([sessionId, digest]), (desktop, id, written) =>
    desktop.commitSave(id, written),
  ),
  abortSave: route(z.tuple([sessionId]), (desktop, id) => desktop.abortSave(id)),
  describeBackup: route(nothing, (desktop) => desktop.describeBackup()),
  appendJournal: route(z.tuple([lineage, pieces]), (desktop, of, given) =>
    desktop.appendJournal(of, given),
  ),
  readJournal: route(
    z.tuple([lineage, z.strictObject({ after: count, skip: count })]),
    (desktop, of, from) => desktop.readJournal(of, from),
  ),
  beginBackupSave: route(z.tuple([backupItem]), (desktop, item) => desktop.beginBackupSave(item)),
  commitSnapshot: route(z.tuple([sessionId, keptSnapshot]), (desktop, id, snapshot) =>
    desktop.commitSnapshot(id, snapshot),
  ),
  beginBackupRead: route(z.tuple([keptItem]), (desktop, item) => desktop.beginBackupRead(item)),
  setUnwritten: route(z.tuple([z.boolean()]), (desktop, unwritten) =>
    desktop.setUnwritten(unwritten),
  ),
  closeNow: route(nothing, (desktop) => desktop.closeNow()),
  setOpening: route(z.tuple([z.string().min(1).max(1000).nullable()]), (desktop, fileName) =>
    desktop.setOpening(fileName),
  ),
  setMenu: route(z.tuple([z.array(menuGroup).max(50)]), (desktop, groups) =>
    desktop.setMenu(groups),
  ),
  setTheme: route(z.tuple([z.enum(themes)]), (desktop, theme) => desktop.setTheme(theme)),
  nextEvent: route(nothing, (desktop) => desktop.nextEvent()),
} satisfies Record<DesktopMethod, Route>;

/**
 * Calls a method by its name for a page that is not trusted to know the contract. A name or an argument that the
 * contract does not allow is `refused`; a throw is a bug, which is logged and answered as `system` with `bug`.
 */
export async function callDesktop(
  desktop: Desktop,
  method: string,
  args: readonly unknown[],
): Promise<Result<unknown, FileError>> {
  if (!isRoute(method)) return fail('refused');
  try {
    return (await routes[method](desktop, args)) ?? fail('refused');
  } catch (cause) {
    console.error(`Dateline: ${method} failed unexpectedly:`, cause);
    return fail('system', { detail: 'bug' });
  }
}

function isRoute(method: string): method is DesktopMethod {
  return Object.hasOwn(routes, method);
}
