import type { DocumentPlan } from './document';
import { type Random, randomOf } from './random';
import { englishWords, koreanWords, planted } from './words';

/** How often the words to be found stand in a planted text; the other two stand half as often. */
export const plantedCount = 10_000;

/** The text of `plan`: sentences in English, each fifth paragraph in Korean, of exactly the length planned. */
export function textOf({ seed, characters, isOneParagraph, isPlanted }: DocumentPlan): string {
  const random = randomOf(seed);
  const draft = { parts: [] as string[], length: 0 };
  let plantedSoFar = 0;
  const add = (words: string): void => {
    draft.parts.push(words);
    draft.length += words.length;
  };
  for (let paragraph = 0; draft.length < characters; paragraph += 1) {
    const words = paragraph % 5 === 4 ? koreanWords : englishWords;
    for (let sentences = 3 + random.below(4); sentences > 0; sentences -= 1) {
      add(sentenceOf(random, words));
      // The end is cut off: what is planted must come before it.
      const due = Math.floor(((draft.length + 1_000) * plantedCount) / characters);
      const wanted = isPlanted ? Math.min(due, plantedCount) : 0;
      for (; plantedSoFar < wanted; plantedSoFar += 1) add(`${plantedWords(plantedSoFar)}. `);
    }
    add(isOneParagraph ? '' : '\n');
  }
  return draft.parts.join('').slice(0, characters);
}

function sentenceOf(random: Random, words: readonly string[]): string {
  const chosen = Array.from({ length: 6 + random.below(12) }, () => random.pick(words));
  const [first = '', ...rest] = chosen;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}. `;
}

function plantedWords(index: number): string {
  return `${planted.found} ${index % 2 === 0 ? planted.fresh : planted.tagged}`;
}
