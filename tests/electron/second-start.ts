import { leaveFiles } from '../../src/main/electron/left-files';
import type { ShellDouble } from '../support/electron/launch';

/** Starts the program a second time on `files`, as the first one hears of it. */
export function startAgain(shell: ShellDouble, files: readonly string[]): void {
  const folder: unknown = Reflect.apply(Reflect.get(shell.app.api, 'getPath'), undefined, [
    'userData',
  ]);
  const name = leaveFiles(String(folder), files);
  shell.app.emit('second-instance', {}, ['dateline'], '/', { name });
}
