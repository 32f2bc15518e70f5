import '../../../src/renderer/ui/fonts.css';
import '../../../src/renderer/ui/tokens.css';
import '../../../src/renderer/ui/base.css';
import type { ReactNode } from 'react';
import type { Locator } from 'vitest/browser';
import { type RenderResult, render } from 'vitest-browser-react';
import {
  CatalogueProvider,
  readWords,
  type UiLanguage,
} from '../../../src/renderer/i18n/catalogue';
import { UiProvider } from '../../../src/renderer/ui/UiProvider';

/** How a component is shown: the size of the box round it, in CSS pixels, and the language. */
export interface ShowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: UiLanguage;
}

/** Renders `content` as it stands in the app: with the styles, the words and what widgets need around them. */
export async function show(
  content: ReactNode,
  { width = 320, height = 600, language = 'en' }: ShowOptions = {},
): Promise<RenderResult> {
  await readWords(language);
  return render(content, {
    wrapper: ({ children }) => (
      <UiProvider>
        <CatalogueProvider language={language}>
          <div style={{ width, height }}>{children}</div>
        </CatalogueProvider>
      </UiProvider>
    ),
  });
}

/** Puts the focus on an element, as Tab would after some presses. */
export function focusOn(locator: Locator): HTMLElement {
  const element = locator.element();
  if (!(element instanceof HTMLElement)) throw new Error('not an element that takes the focus');
  element.focus();
  return element;
}
