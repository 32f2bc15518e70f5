import { isBlank, withoutUnseen } from './unseen';

/** Which differences of spelling count. */
export interface FoldOptions {
  readonly matchCase: boolean;
  readonly ignoreSpaces: boolean;
  readonly ignoreHyphens: boolean;
}

/** Letter case, spaces and hyphens do not count: what people take for the same name. */
export const looseFold: FoldOptions = { matchCase: false, ignoreSpaces: true, ignoreHyphens: true };

/** What a search in a text takes for the same: spaces and hyphens count, each as one of its kind. */
export function searchFold({ matchCase }: Pick<FoldOptions, 'matchCase'>): FoldOptions {
  return { matchCase, ignoreSpaces: false, ignoreHyphens: false };
}

const hyphen = /^[-\u2010-\u2015\u2212\ufe58\ufe63]$/;
const singleQuote = /['‘’‚‛ʼ′]/g;
const doubleQuote = /["“”„‟″]/g;
const fullWidth = /[\uff01-\uff5e]/g;

/**
 * What a grapheme cluster counts as. Unseen characters count as nothing; white space and hyphens of every kind count
 * as one of their kind, or as nothing; composed and decomposed letters, straight and curly quotation marks, and
 * full-width and plain forms of ASCII count the same. Other compatibility forms (½, ①, ㎡) stay themselves: they
 * are not always the same word.
 *
 * Letter case is folded by way of the capitals, so that ß counts as ss, ﬁ as fi, ſ as s and ς as σ. No language's own rule is
 * followed: Turkish ı counts as i, and İ keeps its dot.
 */
export function foldCluster(cluster: string, options: FoldOptions): string {
  const composed = withoutUnseen(cluster).normalize('NFC').replace(fullWidth, narrow);
  if (isBlank(composed)) return options.ignoreSpaces ? '' : ' ';
  if (hyphen.test(composed)) return options.ignoreHyphens ? '' : '-';
  const plain = composed.replace(singleQuote, "'").replace(doubleQuote, '"');
  return options.matchCase ? plain : plain.toUpperCase().toLowerCase().normalize('NFC');
}

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
