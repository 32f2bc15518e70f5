import { useEffect } from 'react';
import type { Settings } from '../workspace/settings';

/** Carries theme, text size and language of the settings over to the document. */
export function useAppearance({ theme, textScale, language }: Settings, title: string): void {
  useEffect(() => {
    const { documentElement: root } = document;
    root.dataset.theme = theme;
    root.lang = language;
    root.style.setProperty('--reading-scale', String(textScale));
  }, [theme, textScale, language]);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
