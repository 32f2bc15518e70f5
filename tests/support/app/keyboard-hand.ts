import { expect } from '@playwright/test';
import { commands } from '../../../src/renderer/app/commands';
import { keysOf } from '../../../src/renderer/app/commands/command';
import type { CommandId } from '../../../src/renderer/i18n/en';
import type { DatelinePage } from './dateline-page';
import type { KeyboardPlan, PlannedTag } from './keyboard-plan';
import { describeStrokes, type Stroke } from './keyboard-strokes';

/** Works the program by its keys alone. What it reads of the page it only looks at. */
export class KeyboardHand {
  readonly #window: DatelinePage;

  constructor(window: DatelinePage) {
    this.#window = window;
  }

  /** Presses the key of a command. */
  async run(id: CommandId): Promise<void> {
    await this.#window.page.keyboard.press(keyOfCommand(id));
  }

  /** Opens files by the key; the page's dialog is answered with their paths. */
  async openFiles(paths: readonly string[]): Promise<void> {
    const chooser = this.#window.page.waitForEvent('filechooser');
    await this.run('file.open');
    await (await chooser).setFiles([...paths]);
    await expect(this.#window.article).toBeVisible();
  }

  /** Makes every annotation of the plan. `beforeTagging` is called when the first words wait for their key. */
  async tag(plan: KeyboardPlan, beforeTagging?: () => Promise<void>): Promise<void> {
    for (const [index, planned] of plan.tags.entries()) {
      await this.press(planned.strokes.slice(0, -1));
      if (index === 0) await beforeTagging?.();
      await this.press(planned.strokes.slice(-1));
      await this.#check(planned);
      if (planned.accept.length === 0) continue;
      const offer = this.#window.inspector.getByRole('button', { name: /^Accept/ });
      await expect(offer).toBeVisible();
      await this.press(planned.accept);
      await expect(offer).toBeHidden();
    }
    await this.#window.saved();
  }

  /** Presses the keys of strokes, one after another. */
  async press(strokes: readonly Stroke[]): Promise<void> {
    const { keyboard } = this.#window.page;
    for (const stroke of strokes)
      if (stroke.kind === 'letter') await keyboard.type(stroke.letter);
      else if (stroke.kind === 'leave-search') await keyboard.press('Escape');
      else await this.run(stroke.id);
  }

  /** Exports the article by keys and gives the place that the dialog reports. */
  async export(): Promise<string> {
    const dialog = this.#window.page.getByRole('dialog', { name: 'Export' });
    await this.run('file.export');
    await expect(dialog.getByRole('radio', { name: 'This article' })).toBeChecked();
    await this.#window.page.keyboard.press('Enter');
    await expect(dialog.getByText('exported and verified')).toBeVisible();
    return (await dialog.getByText(/\.json$/).textContent()) ?? '';
  }

  /** Throws when the words tagged are not the words planned. */
  async #check({ kind, words, strokes }: PlannedTag): Promise<void> {
    try {
      await expect
        .poll(async () => foldLineEnds((await this.#window.quote.textContent()) ?? ''))
        .toBe(foldLineEnds(words));
      await expect(this.#window.inspector.getByRole('radio', { name: kind })).toBeChecked();
    } catch (cause) {
      const shown = (await this.#window.quote.allTextContents()).join();
      throw new Error(
        `planned ${kind} ‘${words}’ by ${describeStrokes(strokes)}; the page shows ‘${shown}’`,
        { cause },
      );
    }
  }
}

/** The text of the article as it stands on screen: paragraphs parted by one line end. */
export function readShownText({ article }: DatelinePage): Promise<string> {
  return article.evaluate((element) => {
    let text = '';
    for (const block of element.querySelectorAll<HTMLElement>('[data-article-text] p')) {
      if (!(block.firstChild instanceof Text)) continue;
      if (block.dataset['paragraph'] !== undefined && text !== '') text += '\n';
      text += block.firstChild.data;
    }
    return text;
  });
}

/** The first key of a command as Playwright writes it. */
function keyOfCommand(id: CommandId): string {
  const command = commands.find((one) => one.id === id);
  const [chord] = command ? keysOf(command, process.platform === 'darwin') : [];
  if (chord === undefined) throw new Error(`no key runs ${id}`);
  return chord
    .replace('Mod+', 'ControlOrMeta+')
    .replace('Ctrl+', 'Control+')
    .replace(/(?<=^|\+)[A-Z]$/, (letter) => letter.toLowerCase());
}

function foldLineEnds(words: string): string {
  return words.replaceAll(/[\r\n]+/g, '\n');
}
