const sampleUnits = 20_000;
const fewestLetters = 20;

const englishWords = new Set(
  'the of and to in for with by was were is are has have at on that from its'.split(' '),
);

/**
 * The language of a text by its script and, for Latin, by how common English function words are; undefined when that
 * decides nothing. Only en, ko, ja, zh and ru are told apart.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampleUnits);
  const letters = count(sample, /\p{L}/gu);
  if (letters < fewestLetters) return undefined;
  const share = (script: RegExp): number => count(sample, script) / letters;
  if (share(/\p{Script=Hangul}/gu) > 0.3) return 'ko';
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = share(/\p{Script=Han}/gu);
  if (kana + han > 0.5) return kana > 0.1 ? 'ja' : 'zh';
  if (share(/\p{Script=Cyrillic}/gu) > 0.6)
    return share(/[іїєґўјљњћђџќѓѕ]/giu) > 0.005 ? undefined : 'ru';
  if (share(/\p{Script=Latin}/gu) < 0.8) return undefined;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => englishWords.has(word)).length;
  return common / words.length > 0.15 ? 'en' : undefined;
}

/**
 * The language of a page by its own mark (`lang`), unless its text is plainly in another one: many sites are marked
 * with the language of their template. A mark that is no language tag counts as none.
 */
export function agreeOnLanguage(mark: string, detected: string | undefined): string | undefined {
  const tag = canonicalTag(mark);
  if (tag === undefined) return detected;
  return detected === undefined || tag.split('-')[0] === detected ? tag : detected;
}

/** `mark` as BCP 47 writes it, or undefined. */
export function canonicalTag(mark: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(mark.trim().replaceAll('_', '-'))[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
