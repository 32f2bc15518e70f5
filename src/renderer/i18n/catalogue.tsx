import { createContext, type ReactNode, useContext } from 'react';
import { type Catalogue, en } from './en';
import { ko } from './ko';

/** The languages of the interface, by BCP 47 tag. */
export type UiLanguage = 'en' | 'ko';

/** The words of every language. */
export const catalogues: Readonly<Record<UiLanguage, Catalogue>> = { en, ko };

/** The language to begin with, from the system's list in order of preference; English when none fits. */
export function preferredLanguage(preferred: readonly string[]): UiLanguage {
  for (const tag of preferred) {
    const [base] = tag.toLowerCase().split('-');
    if (base === 'ko' || base === 'en') return base;
  }
  return 'en';
}

const WordsContext = createContext<Catalogue>(en);

/** Gives everything inside it the words of `language`. The caller sets `lang` on the document. */
export function CatalogueProvider({
  language,
  children,
}: {
  readonly language: UiLanguage;
  readonly children: ReactNode;
}) {
  return <WordsContext value={catalogues[language]}>{children}</WordsContext>;
}

/** The words of the language around the component. */
export function useWords(): Catalogue {
  return useContext(WordsContext);
}
