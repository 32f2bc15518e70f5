import type { Span } from './span';

/** A full stop, or several, with the closing marks after it. */
const ending = /[.!?。．｡！？…]+([\p{Pe}\p{Pf}"'\s]*)$/u;

/** How far before the end of a sentence its ending is looked for. */
const reach = 64;

/** Each opening mark with the closing one after it. */
const pairs = '“”‘’«»‹›《》〈〉「」『』【】〔〕（）()[]';

/**
 * The `sentence` (without blanks around it) without its full stop, the closing marks after that, and an opening mark at
 * its start that nothing within closes. The sentence itself if it ends otherwise, if nothing would be left, or if the
 * closing marks close what opens in its midst, as in: He said, “Go.”
 */
export function withoutStop(text: string, sentence: Span): Span {
  const words = text.slice(sentence.start, sentence.end);
  const [stop, closing = ''] = ending.exec(words.slice(-reach)) ?? [];
  if (stop === undefined) return sentence;
  const body = words.slice(0, -stop.length);
  const opened = openedAt(body, closing.trim().charAt(0));
  if (opened > 0) return sentence;
  const skipped = opened === 0 || opensUnclosed(body) ? 1 : 0;
  if (body.length === skipped) return sentence;
  return { start: sentence.start + skipped, end: sentence.start + body.length };
}

/** Where in `body` stands the mark that `closing` closes, or -1. */
function openedAt(body: string, closing: string): number {
  if (closing === '"') return body.split('"').length % 2 === 0 ? body.lastIndexOf('"') : -1;
  const at = pairs.indexOf(closing);
  if (closing === '' || at % 2 !== 1) return -1;
  const opened = body.lastIndexOf(pairs.charAt(at - 1));
  return opened > body.lastIndexOf(closing) ? opened : -1;
}

function opensUnclosed(body: string): boolean {
  const first = body.charAt(0);
  if (first === '"') return !body.includes('"', 1);
  const at = pairs.indexOf(first);
  return first !== '' && at % 2 === 0 && !body.includes(pairs.charAt(at + 1));
}
