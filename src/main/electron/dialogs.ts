import { extname } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import { openableFormats } from '../../core/formats';
import { wordsIn } from './words';

const anyFile = { name: 'All files', extensions: ['*'] };

const openOptions: OpenDialogOptions = {
  properties: ['openFile', 'multiSelections'],
  filters: [
    {
      name: 'Articles and exports',
      extensions: openableFormats.flatMap(({ endings }) => endings),
    },
    anyFile,
  ],
};

/** Asks for files to open; null when the person closes the dialog. `parent` makes it modal to that window. */
export async function askForFiles(parent: BrowserWindow | null): Promise<readonly string[] | null> {
  const { canceled, filePaths } =
    parent === null
      ? await dialog.showOpenDialog(openOptions)
      : await dialog.showOpenDialog(parent, openOptions);
  return canceled || filePaths.length === 0 ? null : filePaths;
}

/**
 * Asks where to save; null when the person closes the dialog. That a file is there already is the system's to ask:
 * Windows and macOS always do, on Linux it is a property.
 */
export async function askForDestination(
  parent: BrowserWindow | null,
  suggestedName: string,
): Promise<string | null> {
  const options = saveOptions(suggestedName);
  const { canceled, filePath } =
    parent === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(parent, options);
  return canceled || filePath === '' ? null : filePath;
}

/**
 * Asks whether to wait for a page that does not answer, or to close the window over what it has not written. Escape
 * waits, and so does `signal`, which takes the question away.
 */
export async function askWhetherToWait(
  parent: BrowserWindow,
  signal: AbortSignal,
): Promise<'wait' | 'close'> {
  const words = wordsIn(app.getPreferredSystemLanguages());
  const { response } = await dialog.showMessageBox(parent, {
    type: 'warning',
    message: words.notAnswering,
    detail: words.notAnsweringDetail,
    buttons: [words.wait, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'close' : 'wait';
}

function saveOptions(suggestedName: string): SaveDialogOptions {
  const extension = extname(suggestedName).slice(1);
  const own = extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  return {
    defaultPath: suggestedName,
    filters: [...own, anyFile],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
}
