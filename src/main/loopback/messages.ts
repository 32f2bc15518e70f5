import { originOf } from './origin';

/** Said when another program holds the port. */
export function portTakenMessage(port: number): string {
  return (
    `Dateline cannot start: another program is using ${originOf(port)}, the address that Dateline keeps its articles ` +
    'and annotations under in the browser. They are safe. Dateline never switches to another port, because under ' +
    'another port you would find an empty Dateline. Stop that program, then start Dateline again.'
  );
}

/** Said when the port wished for at the first start is not to be had. */
export function wishedPortTakenMessage(port: number): string {
  return (
    `Dateline cannot start: another program is using port ${port}. Stop that program, or give another port with ` +
    '--port, or leave --port out and Dateline chooses one that is free.'
  );
}

/** Said when the system does not let Dateline use one of its folders; `what` is the system's own sentence. */
export function systemFailureMessage(what: string): string {
  return `Dateline cannot start, because the system refused something it needs: ${what}. Your articles and annotations are untouched.`;
}

/** Said when `--port` names another port than the one the data belongs to. */
export function otherPortMessage(port: number, dataFolder: string): string {
  return (
    `Dateline cannot start on another port: what is kept in ${dataFolder} belongs to port ${port}, and under another ` +
    'port you would find an empty Dateline. Leave --port out, or choose another folder with --data.'
  );
}

/** Said when the record of the port cannot be read. */
export function portRecordDamagedMessage(file: string): string {
  return (
    `Dateline cannot start: ${file} should say which port your articles and annotations belong to, but is damaged. ` +
    'They are safe. Put the text {"port": NUMBER} into that file and start Dateline again. If Dateline had a window ' +
    'of its own, the number is the one in the folder names http_127.0.0.1_NUMBER beneath the folder "browser" beside ' +
    'that file. Only if nothing is to be kept, delete the file.'
  );
}

/** Said when the browser ended without having shown the page. */
export function windowNeverOpenedMessage(browser: string, lastWords: string): string {
  const said = lastWords.trim() === '' ? '' : ` Its last words were: ${lastWords.trim()}`;
  return (
    `Dateline’s window did not open: ${browser} ended before it showed anything. Your articles and annotations are ` +
    'safe. Start Dateline with --browser and the path of another Chromium, Chrome or Edge, or with --no-window to ' +
    `get an address to open yourself.${said}`
  );
}

/** Said by a second start whose files went to the page that is open. */
export function handedOverMessage(count: number): string {
  if (count === 0) return 'Dateline is already open in another window.';
  const files = count === 1 ? 'The file was' : `The ${count} files were`;
  return `Dateline is already open in another window. ${files} handed to it.`;
}

/** Said when the page is served without a window. */
export function openAtMessage(address: string): string {
  return `Dateline is open at ${address}`;
}

/** Said once the page works. */
export const windowReadyMessage = 'Dateline: window ready';
