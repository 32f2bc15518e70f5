import { createDraw } from './draw';

/** A word of the article and its place in UTF-16 units, `end` exclusive. */
export interface ArticleWord {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** The article that is worked on. */
export interface TortureArticle {
  readonly fileName: string;
  readonly text: string;
  readonly words: readonly ArticleWord[];
}

const paragraphs = 60;
const sentencesEach = 5;
const wordsEach = 11;

const syllables = [
  'han',
  'myo',
  'ryon',
  'gil',
  'su',
  'bae',
  'dok',
  'sin',
  'paek',
  'mu',
  'ung',
  'chol',
  'tae',
  'o',
] as const;

/** Some thousand words of no language: letters alone, so that what a word is needs no asking. */
export function writeTortureArticle(): TortureArticle {
  const draw = createDraw(1);
  const word = (): string =>
    Array.from({ length: draw.whole(2, 4) }, () => draw.one(syllables)).join('');
  const sentence = (): string => `${Array.from({ length: wordsEach }, word).join(' ')}.`;
  const paragraph = (): string => Array.from({ length: sentencesEach }, sentence).join(' ');
  const text = `${Array.from({ length: paragraphs }, paragraph).join('\n\n')}\n`;
  const words = [...text.matchAll(/[a-z]+/g)].map(({ index, 0: exact }) => ({
    start: index,
    end: index + exact.length,
    exact,
  }));
  return { fileName: 'torture.txt', text, words };
}
