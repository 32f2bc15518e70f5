import { expect, type Locator, type Page } from '@playwright/test';
import type { AnnotationKind } from '../../../src/core/annotation/annotation';

/** Words to be found in the article and tagged; `occurrence` counts from 1. */
export interface WantedTag {
  readonly quote: string;
  readonly kind: AnnotationKind;
  readonly occurrence?: number;
}

const keyOf = { enterprise: '1', claim: '2', date: '3' } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The program's window as a person sees it: everything is found by role and name. */
export class DatelinePage {
  readonly page: Page;
  readonly library: Locator;
  readonly article: Locator;
  readonly inspector: Locator;
  readonly annotations: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.library = page.getByRole('complementary', { name: 'Library' });
    this.article = page.getByRole('article');
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.annotations = page.getByRole('listbox', { name: 'Annotations in reading order' });
    this.status = page.getByRole('contentinfo');
  }

  /** Opens files by the page's own dialog and waits until an article is shown. */
  async openFiles(paths: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.library.getByRole('button', { name: 'Open files…' }).click();
    await (await chooser).setFiles([...paths]);
  }

  /** Waits until everything done so far is on the disk. */
  async saved(): Promise<void> {
    await expect(this.status.getByText('Saved', { exact: true })).toBeVisible();
  }

  /** Selects words with the mouse. Throws when they are not in the text. */
  async selectWords(quote: string, occurrence = 1): Promise<void> {
    const from = await this.#pointAt(quote, occurrence, 'start');
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    const seen = await this.#pointAt(quote, occurrence, 'end', false);
    const height = this.page.viewportSize()?.height ?? 0;
    if (seen.y < height - 60 && seen.y > 0) {
      await this.page.mouse.move(seen.x, seen.y, { steps: 3 });
      await this.page.mouse.up();
      return;
    }
    await this.page.mouse.up();
    const to = await this.#pointAt(quote, occurrence, 'end');
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(to.x, to.y);
    await this.page.keyboard.up('Shift');
  }

  /** Selects words with the mouse, tags them by key, and checks that just these words were tagged. */
  async tag({ quote, kind, occurrence = 1 }: WantedTag): Promise<void> {
    await this.selectWords(quote, occurrence);
    await expect(this.page.getByRole('toolbar', { name: 'Tag the selected words' })).toBeVisible();
    await this.page.keyboard.press(keyOf[kind]);
    await expect(this.quote).toHaveText(quote, { useInnerText: false });
    await expect(this.inspector.getByRole('radio', { name: kind })).toBeChecked();
  }

  /** The exact words of the selected annotation. */
  get quote(): Locator {
    return this.inspector.getByRole('blockquote');
  }

  /** Exports through the dialog and gives the place that it reports. */
  async export(scope: 'This article' | 'All articles' = 'This article'): Promise<string> {
    await this.page.keyboard.press('ControlOrMeta+e');
    const dialog = this.page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: scope }).check();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByText('exported and verified')).toBeVisible();
    return (await dialog.getByText(/\.json$/).textContent()) ?? '';
  }

  /** A point, in the window, at the start or the end of words of the article, scrolled into view first. */
  async #pointAt(
    quote: string,
    occurrence: number,
    end: 'start' | 'end',
    scroll = true,
  ): Promise<Point> {
    const wanted = { quote, occurrence, end, scroll };
    const point = await this.article.evaluate(findPoint, wanted);
    if (!point) throw new Error(`not in the text, at least not ${occurrence} times: ${quote}`);
    return point;
  }
}

/** Runs in the page: reads the text nodes of the paragraphs as a person would, line by line. */
async function findPoint(
  article: HTMLElement | SVGElement,
  wanted: { quote: string; occurrence: number; end: 'start' | 'end'; scroll: boolean },
): Promise<{ x: number; y: number } | null> {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (const paragraph of article.querySelectorAll('p')) {
    const node = paragraph.firstChild;
    if (!(node instanceof Text) || !paragraph.closest('[data-article-text]')) continue;
    if (paragraph.dataset['paragraph'] !== undefined && text !== '') text += '\n';
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  let at = -1;
  for (let count = 0; count < wanted.occurrence; count += 1) {
    at = text.indexOf(wanted.quote, at + 1);
    if (at < 0) return null;
  }
  const offset = wanted.end === 'start' ? at : at + wanted.quote.length - 1;
  const holder = nodes.findLast(({ start }) => start <= offset);
  if (!holder) return null;
  const range = new Range();
  range.setStart(holder.node, offset - holder.start);
  range.setEnd(holder.node, offset - holder.start + 1);
  if (wanted.scroll) {
    holder.node.parentElement?.scrollIntoView({ block: 'center' });
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((settle) => requestAnimationFrame(settle));
    const view = article.getBoundingClientRect();
    article.scrollTop += range.getBoundingClientRect().top - view.top - view.height / 2;
    await new Promise((settle) => requestAnimationFrame(settle));
  }
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const box = wanted.end === 'start' ? boxes[0] : boxes.at(-1);
  if (!box) return null;
  const x = wanted.end === 'start' ? box.left + 0.25 : box.right - 0.25;
  return { x, y: (box.top + box.bottom) / 2 };
}
