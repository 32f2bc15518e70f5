/**
 * The arguments that are the person's own, of `argv` as Electron's process has it: without the executable and, when
 * the runtime was started on the app's folder (`electron . FILE`), without that folder. Switches for Chromium, which
 * may stand before the folder, stay.
 */
export function appArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (isPackaged) return given;
  const folder = given.findIndex((argument) => !argument.startsWith('-'));
  return folder === -1 ? given : given.toSpliced(folder, 1);
}
