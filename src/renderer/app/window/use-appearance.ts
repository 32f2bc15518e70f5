import { useEffect } from 'react';
import type { Desktop } from '../../../preload/contract';
import type { Settings } from '../../workspace/settings';

/** Carries theme, text size and language of the settings over to the document, and the theme to the shell around it. */
export function useAppearance(
  { theme, textScale, language }: Settings,
  title: string,
  desktop: Pick<Desktop, 'setTheme'>,
): void {
  useEffect(() => {
    const { documentElement: root } = document;
    root.dataset.theme = theme;
    root.lang = language;
    root.style.setProperty('--reading-scale', String(textScale));
  }, [theme, textScale, language]);
  useEffect(() => {
    void desktop.setTheme(theme);
  }, [theme, desktop]);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
