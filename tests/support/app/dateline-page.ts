import { expect as anyExpect, type JSHandle, type Locator, type Page } from '@playwright/test';
import { waitLimitMs, workLimitMs } from '../../../scripts/testing/limits.mjs';
import type { AnnotationKind } from '../../../src/core/annotation/annotation';
import { findWords } from './find-words';

/** Words to be found in the article and tagged; `occurrence` counts from 1. */
export interface WantedTag {
  readonly quote: string;
  readonly kind: AnnotationKind;
  readonly occurrence?: number;
}

/** The keys that tag. */
export const keyOf = { enterprise: '1', claim: '2', date: '3' } as const;

/** The torture uses this page without Playwright's runner, which would know the limit. */
const expect = anyExpect.configure({ timeout: waitLimitMs });

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
  readonly notices: Locator;
  /** The small bar over selected words. */
  readonly palette: Locator;
  readonly finder: Locator;

  constructor(page: Page) {
    this.page = page;
    // From now on the browser hands its dialogs to the test: asked for only with the key, that may come too late.
    page.on('filechooser', () => undefined);
    this.library = page.getByRole('complementary', { name: 'Library' });
    this.article = page.getByRole('article');
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.annotations = page.getByRole('listbox', { name: 'Annotations in reading order' });
    this.status = page.getByRole('contentinfo');
    this.notices = page.getByRole('region', { name: 'Notices' });
    this.palette = page.getByRole('toolbar', { name: 'Tag the selected words' });
    this.finder = page.getByRole('search', { name: 'Find in the article' });
  }

  /** Opens files by the page's own dialog. */
  async openFiles(paths: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.library.getByRole('button', { name: 'Open files…' }).click();
    await (await chooser).setFiles([...paths]);
  }

  /** Drops files and folders, by their paths, on the middle of the window, as the system does. */
  async drop(paths: readonly string[]): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 800, height: 600 };
    const session = await this.page.context().newCDPSession(this.page);
    const drag = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: width / 2,
        y: height / 2,
        data: drag,
      });
    await session.detach();
  }

  /** Waits until everything done so far is on the disk, twice; large texts take a while. */
  async saved(): Promise<void> {
    await expect(this.status.getByText('Saved', { exact: true })).toBeVisible({
      timeout: workLimitMs,
    });
  }

  /** The article with this title in the library. */
  entry(title: string): Locator {
    return this.library.getByRole('treeitem', { name: title });
  }

  /** The heading of the article on screen. */
  title(title: string): Locator {
    return this.article.getByRole('heading', { name: title });
  }

  /** The row of an annotation in the list. */
  row(kind: AnnotationKind, quote: string): Locator {
    return this.annotations.getByRole('option', {
      name: `${kind}: ${quote}, paragraph`,
    });
  }

  /** The exact words of the selected annotation. */
  get quote(): Locator {
    return this.inspector.getByRole('blockquote');
  }

  /** A text field of the inspector. */
  field(name: string): Locator {
    return this.inspector.getByLabel(name, { exact: true });
  }

  /** Selects words with the mouse. Throws when they are not in the text. */
  async selectWords(quote: string, occurrence = 1): Promise<void> {
    const from = await this.pointAt({ quote, occurrence, end: 'start' });
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    const seen = await this.pointAt({ quote, occurrence, end: 'end', scroll: false });
    const height = this.page.viewportSize()?.height ?? 0;
    if (seen.y < height - 60 && seen.y > 0) {
      await this.page.mouse.move(seen.x, seen.y, { steps: 3 });
      await this.page.mouse.up();
      return;
    }
    await this.page.mouse.up();
    const to = await this.pointAt({ quote, occurrence, end: 'end' });
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(to.x, to.y);
    await this.page.keyboard.up('Shift');
  }

  /** Selects words by the document's selection, as an assistive tool does, wherever they stand. */
  async selectWithoutMouse(quote: string, occurrence = 1): Promise<void> {
    const range = await this.#find(quote, occurrence);
    await range.evaluate((found) => {
      const { startContainer, startOffset, endContainer, endOffset } = found;
      document
        .getSelection()
        ?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    });
  }

  /** Clicks in the middle of the first character of words of the article. */
  async clickWords(quote: string, occurrence = 1): Promise<void> {
    const { x, y } = await this.pointAt({ quote, occurrence, end: 'start' });
    await this.page.mouse.click(x + 2, y);
  }

  /** Selects words with the mouse, tags them by key, and checks that just these words were tagged. */
  async tag({ quote, kind, occurrence = 1 }: WantedTag): Promise<void> {
    await this.selectWords(quote, occurrence);
    await expect(this.palette).toBeVisible();
    await this.page.keyboard.press(keyOf[kind]);
    await this.shows(kind, quote);
  }

  /** Waits until the inspector shows an annotation of this kind with exactly these words. */
  async shows(kind: AnnotationKind, quote: string): Promise<void> {
    await expect
      .poll(() => this.quote.textContent(), {
        message: `selected: ${kind} ‘${quote}’`,
      })
      .toBe(quote);
    await expect(this.inspector.getByRole('radio', { name: kind })).toBeChecked();
  }

  /** Chooses a radio button of the inspector and waits until the choice is stored. */
  async choose(name: string): Promise<void> {
    await this.inspector.getByRole('radio', { name }).click();
    await expect(this.inspector.getByRole('radio', { name })).toBeChecked();
  }

  /** Runs a command by its name in the command palette. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const dialog = this.page.getByRole('dialog', { name: 'Commands' });
    await dialog.getByRole('combobox').fill(name);
    await expect(dialog.getByRole('option', { name }).first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await this.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
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

  /** A point, in the window, at the start or the end of words of the article, scrolled into view unless told otherwise. */
  async pointAt(wanted: {
    readonly quote: string;
    readonly occurrence: number;
    readonly end: 'start' | 'end';
    readonly scroll?: boolean;
  }): Promise<Point> {
    const { quote, occurrence, end, scroll = true } = wanted;
    const range = await this.#find(quote, occurrence);
    const point = await range.evaluate(pointInPage, { end, scroll });
    if (!point) throw new Error(`not drawn: ${quote}`);
    return point;
  }

  /** What the window says to those who hear it. */
  get voice(): Locator {
    return this.page.locator('[data-voice]');
  }

  /** The dialog that tags, or deletes, every place of some words. */
  get identical(): Locator {
    return this.page.getByRole('dialog', { name: ' every ' });
  }

  /** The history of edits, when it is shown. */
  get history(): Locator {
    return this.page.getByRole('region', { name: 'History' });
  }

  /** The table of annotations, when it is shown. */
  get table(): Locator {
    return this.page.getByRole('grid', { name: 'Table of annotations' });
  }

  /** Waits until the caret stands between these words, told as `before|after`. */
  async caretStands(between: string): Promise<void> {
    const [before = '', after = ''] = between.split('|');
    await expect
      .poll(() => this.page.evaluate(caretInPage, [before.length, after.length] as const), {
        message: `caret at ${between}`,
      })
      .toBe(between);
  }

  /** Waits until exactly these words of the article are selected. */
  async selects(words: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => String(document.getSelection())), {
        message: `selected words: ${words}`,
      })
      .toBe(words);
  }

  /** Takes the knob at an end of the selected annotation and moves it to words of the article, without letting go. */
  async dragEnd(
    end: 'start' | 'end',
    to: { readonly quote: string; readonly edge: 'start' | 'end'; readonly fragment?: number },
  ): Promise<void> {
    const { quote, edge, fragment = 0 } = to;
    const knob = this.article.locator(`[data-end=${end}][data-fragment="${fragment}"]`);
    const box = await knob.boundingBox();
    if (!box) throw new Error(`no knob at the ${end} of fragment ${fragment}`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    const { x, y } = await this.pointAt({ quote, occurrence: 1, end: edge, scroll: false });
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  /** The dialog that imports an export. */
  get importing(): Locator {
    return this.page.getByRole('dialog', { name: 'Import' });
  }

  /** Chooses an export to import, by the page's own dialog. */
  async import(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.command('Import…');
    await (await chooser).setFiles(path);
  }

  /** The words in the page, waited for as long as an article takes to appear. */
  async #find(quote: string, occurrence: number): Promise<JSHandle<Range>> {
    let found: JSHandle<Range | null> | undefined;
    const isFound = async (): Promise<boolean> => {
      found = await this.article.evaluateHandle(findWords, { quote, occurrence });
      return found.evaluate((range) => range !== null);
    };
    await expect
      .poll(isFound, {
        message: `in the text, ${occurrence} times: ${quote}`,
      })
      .toBe(true);
    return found as JSHandle<Range>;
  }
}

/** Runs in the page: where the first or last character of a range is drawn, moved to the middle of the view first. */
async function pointInPage(
  words: Range,
  { end, scroll }: { end: 'start' | 'end'; scroll: boolean },
): Promise<Point | null> {
  const range = new Range();
  if (end === 'start') {
    range.setStart(words.startContainer, words.startOffset);
    range.setEnd(words.startContainer, words.startOffset + 1);
  } else {
    range.setStart(words.endContainer, words.endOffset - 1);
    range.setEnd(words.endContainer, words.endOffset);
  }
  const element = range.startContainer.parentElement;
  const article = element?.closest('article');
  if (!element || !article) return null;
  if (scroll) {
    element.scrollIntoView({ block: 'center' });
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((settle) => requestAnimationFrame(settle));
    const view = article.getBoundingClientRect();
    article.scrollTop += range.getBoundingClientRect().top - view.top - view.height / 2;
    await new Promise((settle) => requestAnimationFrame(settle));
  }
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const box = end === 'start' ? boxes[0] : boxes.at(-1);
  if (!box) return null;
  const x = end === 'start' ? box.left + 0.25 : box.right - 0.25;
  return { x, y: (box.top + box.bottom) / 2 };
}

/** Runs in the page: the words round the caret, so many units before and after it, as `before|after`. */
function caretInPage([before, after]: readonly [number, number]): string {
  const { focusNode, focusOffset = 0, isCollapsed } = document.getSelection() ?? {};
  if (!(focusNode instanceof Text) || isCollapsed !== true) return '';
  const { data } = focusNode;
  return `${data.slice(Math.max(0, focusOffset - before), focusOffset)}|${data.slice(focusOffset, focusOffset + after)}`;
}
