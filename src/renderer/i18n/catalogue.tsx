import { createContext, type ReactNode, useContext } from 'react';
import { type Catalogue, en } from './en';

/** The words of every language, and how those that the start leaves out are read. */
const sources = {
  en: async (): Promise<Catalogue> => en,
  ko: async (): Promise<Catalogue> => (await import('./ko')).ko,
};

/** The languages of the interface, by BCP 47 tag. */
export type UiLanguage = keyof typeof sources;

/** All of them. */
export const uiLanguages = Object.keys(sources) as readonly UiLanguage[];

/** What has been read. */
const catalogues: { [language in UiLanguage]?: Catalogue } = { en };

/** Reads the words of a language, once. Gives whether they are there; when they are not, the next call tries again. */
export async function readWords(language: UiLanguage): Promise<boolean> {
  try {
    catalogues[language] ??= await sources[language]();
    return true;
  } catch {
    return false;
  }
}

/** The words of a language that has been read; those of English in the place of one that has not, or could not be. */
export function wordsOf(language: UiLanguage): Catalogue {
  return catalogues[language] ?? en;
}

/** The language to begin with, from the system's list in order of preference; English when none fits. */
export function preferredLanguage(preferred: readonly string[]): UiLanguage {
  for (const tag of preferred) {
    const [base] = tag.toLowerCase().split('-');
    if (base === 'ko' || base === 'en') return base;
  }
  return 'en';
}

const WordsContext = createContext<Catalogue>(en);

/** Gives everything inside it the words of `language`, which have been read. The caller sets `lang` on the document. */
export function CatalogueProvider({
  language,
  children,
}: {
  readonly language: UiLanguage;
  readonly children: ReactNode;
}) {
  return <WordsContext value={wordsOf(language)}>{children}</WordsContext>;
}

/** The words of the language around the component. */
export function useWords(): Catalogue {
  return useContext(WordsContext);
}
