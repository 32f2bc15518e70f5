import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../src/core/result';
import type { DesktopHost } from '../../../src/main/desktop/host';
import { createDesktopService, type PagedDesktopService } from '../../../src/main/desktop/service';
import type { FileError, GrantedFile } from '../../../src/preload/contract';
import { temporaryFolder } from './temporary-folder';

/** A desktop service on a folder of its own, with a host whose dialogs the test answers beforehand. */
export interface TestDesktop extends PagedDesktopService {
  readonly folder: string;
  readonly dataFolder: string;
  /** What the open dialog answers next. */
  chosenFiles: readonly string[] | null;
  /** What the save dialog answers next. */
  chosenDestination: string | null;
  /** The system's own list of paths that were opened. */
  readonly noted: string[];
  /** What the clock says. */
  time: Date;
}

export async function testDesktop(dataFolder?: string): Promise<TestDesktop> {
  const folder = await temporaryFolder();
  const data = dataFolder ?? (await temporaryFolder());
  const noted: string[] = [];
  const host: DesktopHost = {
    info: {
      shell: 'loopback',
      platform: process.platform,
      version: '0.0.0',
      dataFolder: data,
      openDialog: true,
      nativeMenu: false,
    },
    chooseFilesToOpen: async () => test.chosenFiles,
    chooseSaveDestination: async () => test.chosenDestination,
    setMenu: () => undefined,
    setTheme: () => undefined,
    setUnwritten: () => undefined,
    closeNow: () => undefined,
    noteRecentFile: (path) => void noted.push(path),
    forgetRecentFiles: () => void noted.splice(0),
  };
  const service = createDesktopService({ host, dataFolder: data, now: () => test.time });
  const test: TestDesktop = {
    ...service,
    folder,
    dataFolder: data,
    chosenFiles: null,
    chosenDestination: join(folder, 'export.json'),
    noted,
    time: new Date('2025-01-15T09:00:00.000Z'),
  };
  onTestFinished(() => service.dispose());
  return test;
}

/** The value of a success; throws what the failure says. */
export function valueOf<T>(result: Result<T, FileError>): T {
  if (result.ok) return result.value;
  throw new Error(`expected a success, not ${JSON.stringify(result.error)}`);
}

/** The error of a failure; throws when there is none. */
export function errorOf(result: Result<unknown, FileError>): FileError {
  if (!result.ok) return result.error;
  throw new Error(`expected a failure, not ${JSON.stringify(result.value)}`);
}

/** Chooses one file in the dialog. */
export async function openOne(desktop: TestDesktop, path: string): Promise<GrantedFile> {
  desktop.chosenFiles = [path];
  const [outcome] = valueOf(await desktop.desktop.openFiles());
  if (outcome === undefined) throw new Error('the dialog granted nothing');
  return valueOf(outcome);
}

/** Reads a granted file to its end: the chunks, in order. */
export async function readAll(desktop: TestDesktop, file: GrantedFile): Promise<Uint8Array[]> {
  const { readId } = valueOf(await desktop.desktop.beginRead(file.token));
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = valueOf(await desktop.desktop.readChunk(readId));
    if (chunk === null) return chunks;
    chunks.push(chunk);
  }
}
