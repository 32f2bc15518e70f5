import { mkdirSync } from 'node:fs';
import { app, protocol } from 'electron';
import { parseLaunchArguments, workingFolderOf } from '../desktop/launch-arguments';
import { appArguments } from './app-arguments';
import { declareAppScheme } from './protocol';
import type { SecondStart } from './second-start';
import { runShell } from './shell';
import { appendSwitches } from './switches';

appendSwitches(app.commandLine);
declareAppScheme(protocol);

const { files, flags } = parseLaunchArguments(
  appArguments(process.argv, app.isPackaged),
  workingFolderOf(process.env, process.cwd()),
  { paths: ['user-data-dir'], values: [] },
);

// Whether Electron itself follows Chromium's switch is documented nowhere; the lock below belongs to the folder.
const dataFolder = flags.get('user-data-dir');
if (typeof dataFolder === 'string' && dataFolder !== '') {
  mkdirSync(dataFolder, { recursive: true });
  app.setPath('userData', dataFolder);
}

const handOver: SecondStart = { files: [...files] };
if (app.requestSingleInstanceLock(handOver)) {
  runShell(files);
} else {
  console.log('Dateline: handed over');
  app.quit();
}
