/** Names that Windows keeps for devices, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** What no file name may hold on Windows, and with `/` and NUL anywhere. */
// oxlint-disable-next-line no-control-regex -- control characters are the point
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;

/** The most that a name may take, in bytes of UTF-8: most file systems allow 255, and ` (2)` must still fit. */
const maxBytes = 200;

/**
 * A name that every file system takes, as close to `suggested` as may be: forbidden characters become `-`, dots and
 * spaces at the end go (so do spaces at the beginning), a device's name gets `_` before it, and a long name is cut
 * before its extension, never within a character. Nothing left becomes `export`. Never a path.
 * Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */
export function plainFileName(suggested: string): string {
  const clean = suggested
    .toWellFormed()
    .replace(forbidden, '-')
    .replace(/^\s+|[\s.]+$/g, '');
  const named = clean === '' ? 'export' : clean.replace(deviceName, '_$&');
  const { stem, extension } = splitFileName(named);
  const room = maxBytes - Buffer.byteLength(extension);
  return room > 0 ? cut(stem, room) + extension : cut(named, maxBytes);
}

/** A name in two: the extension begins with its dot, and is empty when there is none. */
export function splitFileName(fileName: string): { stem: string; extension: string } {
  const dot = fileName.lastIndexOf('.');
  if (dot <= 0) return { stem: fileName, extension: '' };
  return { stem: fileName.slice(0, dot), extension: fileName.slice(dot) };
}

function cut(text: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}
