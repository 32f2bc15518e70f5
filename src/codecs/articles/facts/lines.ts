/** The first and last lines of a text that are not blank, where it says what it is. */
export interface EdgeLines {
  /** From the first on; a line that goes beyond the part looked at is cut. */
  readonly head: readonly string[];
  /** From the last one back. */
  readonly tail: readonly string[];
}

const edgeUnits = 8000;
const edgeCount = 12;

/** The edge lines of `text`, whatever ends its lines. Long texts are not walked. */
export function edgeLinesOf(text: string): EdgeLines {
  return {
    head: filledLinesOf(text.slice(0, edgeUnits)).slice(0, edgeCount),
    tail: filledLinesOf(text.slice(-edgeUnits)).reverse().slice(0, edgeCount),
  };
}

function filledLinesOf(part: string): string[] {
  return part.split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => line.trim() !== '');
}
