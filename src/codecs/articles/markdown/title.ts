const lines = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
const hashHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const underline = /^ {0,3}=+[ \t]*$/;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** What begins another block than a paragraph: a quote, an item, HTML, a rule or indented code. */
const otherBlock =
  /^(?: {4}|\t| {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|<|[-*_][-*_ \t]*$))/;

/** A longer paragraph above a line of `=` is no title. */
const titleUnits = 300;

/**
 * The words of the first heading of the first level, by CommonMark: a line after `#`, or a paragraph above a line of
 * `=`. Where there is none, those of a deeper heading with which the text begins. Code and comments have no headings.
 */
export function titleOfMarkdown(body: string): string | undefined {
  let endsBlock: ((line: string) => boolean) | null = null;
  let paragraph: string[] = [];
  let opening: string | undefined;
  let begun = false;
  for (const [lineWithEnd] of body.matchAll(lines)) {
    const line = lineWithEnd.replace(/[\r\n]+$/, '');
    if (endsBlock !== null) {
      if (endsBlock(line)) endsBlock = null;
      continue;
    }
    if (paragraph.length > 0 && underline.test(line)) {
      const words = paragraph.map((part) => part.trim()).join(' ');
      if (words.length <= titleUnits) return words;
    }
    const [isHeading, marks, raw] = hashHeading.exec(line) ?? [];
    const words = withoutClosing((raw ?? '').trim());
    if (marks === '#' && words !== '') return words;
    if (!begun && words !== '') opening = words;
    endsBlock = endOfBlock(line);
    // An indented line within a paragraph goes on with it.
    const goesOn = paragraph.length > 0 && /^(?: {4}|\t)/.test(line);
    const isParagraph =
      line.trim() !== '' &&
      isHeading === undefined &&
      endsBlock === null &&
      (goesOn || !otherBlock.test(line));
    if (!isParagraph) paragraph = [];
    else paragraph.push(line);
    begun ||= line.trim() !== '';
  }
  return opening;
}

/** What ends the code or the comment that `line` begins, or null when it begins none. */
function endOfBlock(line: string): ((line: string) => boolean) | null {
  const marks = fence.exec(line)?.[1];
  if (marks !== undefined) {
    // As many of the same mark at least, and nothing behind them.
    return (other) => /^ {0,3}(?:`+|~+)[ \t]*$/.test(other) && other.trim().startsWith(marks);
  }
  return /^ {0,3}<!--/.test(line) && !line.includes('-->')
    ? (other) => other.includes('-->')
    : null;
}

/** A heading without the blanks and hash marks that may close it. */
function withoutClosing(heading: string): string {
  let end = heading.length;
  while (heading.charAt(end - 1) === '#') end -= 1;
  const before = heading.charAt(end - 1);
  return before === ' ' || before === '\t' ? heading.slice(0, end).trim() : heading;
}
