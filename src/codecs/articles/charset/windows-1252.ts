/** What windows-1252 has at 0x80 to 0x9F; the five bytes it leaves undefined stay control characters (WHATWG). */
const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Puts right what some versions of Node decode as ISO 8859-1 under the name of windows-1252: curly quotes and dashes
 * that came out as control characters. Text that was decoded by the standard is returned as it is.
 */
export function mendWindows1252(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (control) => upperControls[control.charCodeAt(0) - 0x80] ?? control,
  );
}
