import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { app, protocol } from 'electron';
import { parseLaunchArguments, workingFolderOf } from '../desktop/launch-arguments';
import { appArguments } from './app-arguments';
import { awaitTaking, leaveFiles, takeFiles, takingPatienceMs } from './left-files';
import { shortArguments, wouldEndTheFirst } from './long-command-line';
import { declareAppScheme } from './protocol';
import { electronFlags, type HandOver } from './second-start';
import { runShell } from './shell';
import { appendSwitches } from './switches';

appendSwitches(app.commandLine);
declareAppScheme(protocol);

const { files, flags } = parseLaunchArguments(
  appArguments(process.argv, app.isPackaged),
  workingFolderOf(process.env, process.cwd()),
  electronFlags,
);

// Whether Electron itself follows Chromium's switch is documented nowhere; the lock below belongs to the folder.
const chosenFolder = flags.get('user-data-dir');
if (typeof chosenFolder === 'string' && chosenFolder !== '') {
  mkdirSync(chosenFolder, { recursive: true });
  app.setPath('userData', chosenFolder);
}
const dataFolder = app.getPath('userData');
mkdirSync(dataFolder, { recursive: true });

const left = flags.get('second-start');
const name = typeof left === 'string' ? left : leaveFiles(dataFolder, files);
const own = { argv: process.argv, folder: process.cwd(), dataFolder, platform: process.platform };
const handOver: HandOver = { name };
if (left === undefined && wouldEndTheFirst(own)) {
  const appFolder = app.isPackaged ? null : app.getAppPath();
  const relay = spawnSync(process.execPath, shortArguments(own, name, appFolder), {
    stdio: 'inherit',
  });
  app.exit(relay.status ?? 1);
} else if (app.requestSingleInstanceLock(handOver)) {
  runShell(takeFiles(dataFolder, name) ?? files);
} else if (awaitTaking(dataFolder, name, takingPatienceMs)) {
  console.log('Dateline: handed over');
  app.quit();
} else {
  console.error(
    'Dateline: the Dateline that runs on this data gave no answer. Look whether it shows your files; if not, open them there.',
  );
  app.exit(1);
}
