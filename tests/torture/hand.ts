import type { Page } from 'playwright';
import { waitLimitMs, workLimitMs } from '../../scripts/testing/limits.mjs';
import { DatelinePage } from '../support/app/dateline-page';
import type { TortureArticle } from './article';
import type { Draw } from './draw';
import type { HandAct, MarkModel } from './model';

/** The keys that tag. */
const keyOf = { enterprise: '1', claim: '2', date: '3' } as const;

const kinds = ['enterprise', 'claim', 'date'] as const;

/** Does acts by the keyboard alone, as fast as the page takes them, and notes each in the model before it begins. */
export class TortureHand {
  readonly #page: Page;
  readonly #article: TortureArticle;
  readonly #model: MarkModel;
  readonly #draw: Draw;
  #patient = true;

  constructor(parts: {
    readonly page: Page;
    readonly article: TortureArticle;
    readonly model: MarkModel;
    readonly draw: Draw;
  }) {
    this.#page = parts.page;
    this.#article = parts.article;
    this.#model = parts.model;
    this.#draw = parts.draw;
  }

  /** Puts the caret where the model has it: at the start of the text. */
  async begin(): Promise<void> {
    await this.#page.getByRole('article').focus();
    await this.#page.keyboard.press('ControlOrMeta+Home');
    await this.#caretIsAt(0);
  }

  /** Does one act; now and then looks at the status line, or waits until it says that all is saved. */
  async act(): Promise<void> {
    await this.#do(this.#drawAct());
    if (this.#draw.chance(40)) await this.lookAtStatus();
    if (this.#patient && this.#draw.chance(40)) await this.untilSaved();
  }

  /** Whether to wait now and then until all is saved: in vain while it cannot be. */
  set patient(isPatient: boolean) {
    this.#patient = isPatient;
  }

  /** Whether the status line says that everything is saved; the model takes it at its word. */
  async lookAtStatus(): Promise<boolean> {
    const { issued } = this.#model;
    const isSaved = (await this.#page.evaluate(readStatus)) === 'Saved';
    if (isSaved) this.#model.acknowledge(issued);
    return isSaved;
  }

  /** Waits until the status line says that everything is saved. */
  async untilSaved(): Promise<void> {
    for (const deadline = Date.now() + workLimitMs; !(await this.lookAtStatus()); )
      if (Date.now() > deadline)
        throw new Error(`not saved in time: ${await this.#page.evaluate(readStatusLine)}`);
  }

  /** Asks for a snapshot by the command palette, and waits until the program says that it is written. */
  async backUp(): Promise<void> {
    await new DatelinePage(this.#page).command('Back up now');
    await this.#page
      .getByText('A snapshot of the project was written')
      .first()
      .waitFor({ timeout: waitLimitMs });
  }

  /** Waits until the status line warns of something. */
  async untilWarned(): Promise<void> {
    await this.#page.waitForFunction(isWarning, null, { timeout: waitLimitMs });
  }

  /** Mostly a tag, which is always possible; the others as they come. */
  #drawAct(): HandAct {
    if (this.#draw.chance(60)) return this.#drawTag();
    const wanted = this.#draw.one<HandAct>([
      { kind: 'change', as: this.#draw.one(kinds) },
      { kind: 'delete' },
      { kind: 'undo' },
      { kind: 'redo' },
      { kind: 'note', note: `note ${this.#model.issued + 1}` },
    ]);
    return this.#model.canDo(wanted) ? wanted : this.#drawTag();
  }

  #drawTag(): HandAct {
    return { kind: 'tag', as: this.#draw.one(kinds) };
  }

  async #do(act: HandAct): Promise<void> {
    const { keyboard } = this.#page;
    switch (act.kind) {
      case 'tag':
        this.#model.do(act);
        await keyboard.press('ControlOrMeta+ArrowRight');
        await keyboard.press(keyOf[act.as]);
        return;
      case 'change':
        this.#model.do(act);
        await keyboard.press(keyOf[act.as]);
        return;
      case 'delete':
        this.#model.do(act);
        await keyboard.press('Delete');
        return;
      case 'note':
        this.#model.do(act);
        await this.#note(act.note);
        return;
      case 'undo':
      case 'redo':
        await this.#goThroughHistory(act);
    }
  }

  async #note(note: string): Promise<void> {
    const { keyboard } = this.#page;
    // The field is there once the annotation is stored and drawn; the key does not wait for it.
    await this.#page.waitForFunction(isInspected, this.#selectedWord, { timeout: waitLimitMs });
    await keyboard.press('m');
    await this.#page.waitForFunction(isInNote, null, { timeout: waitLimitMs });
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(note);
    await keyboard.press('ControlOrMeta+Enter');
    await this.#page.waitForFunction(isInText, null, { timeout: waitLimitMs });
  }

  get #selectedWord(): string {
    return this.#article.words[this.#model.caret.word]?.exact ?? '';
  }

  /** Undo and redo bring the caret to what they touched: it is moved away first, so that its coming can be seen. */
  async #goThroughHistory(act: Extract<HandAct, { kind: 'undo' | 'redo' }>): Promise<void> {
    const { keyboard } = this.#page;
    if (this.#model.caret.side === 'start') {
      this.#model.moveOn();
      await keyboard.press('ControlOrMeta+ArrowRight');
    }
    this.#model.do(act);
    await keyboard.press(act.kind === 'undo' ? 'ControlOrMeta+z' : 'ControlOrMeta+Shift+z');
    await this.#caretIsAt(this.#article.words[this.#model.caret.word]?.start ?? 0);
  }

  async #caretIsAt(offset: number): Promise<void> {
    const { text } = this.#article;
    const context = [text.slice(Math.max(0, offset - 40), offset), text.slice(offset, offset + 40)];
    await this.#page.waitForFunction(isCaretBetween, context, { timeout: waitLimitMs });
  }
}

/** Runs in the page: what the status line says of saving, once what was done is drawn. */
async function readStatus(): Promise<string> {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((settle) => requestAnimationFrame(settle));
  return document.querySelector('footer [role=status]')?.textContent ?? '';
}

/** Runs in the page. */
function readStatusLine(): string {
  return document.querySelector('footer')?.textContent ?? 'there is no status line';
}

/** Runs in the page. */
function isWarning(): boolean {
  const alerts = [...document.querySelectorAll('footer [role=alert]')];
  return alerts.some(({ textContent }) => textContent !== '');
}

/** Runs in the page: whether the inspector shows an annotation of this word. */
function isInspected(word: string): boolean {
  return document.querySelector('[data-annotation] blockquote')?.textContent === word;
}

/** Runs in the page: whether the note of an annotation has the focus. */
function isInNote(): boolean {
  return (
    document.activeElement?.matches('textarea') === true &&
    document.activeElement.closest('[data-annotation] [data-field=note]') !== null
  );
}

/** Runs in the page. */
function isInText(): boolean {
  return document.activeElement?.closest('[data-reader]') !== null;
}

/** Runs in the page: whether the caret stands between these words, as far as its paragraph has them. */
function isCaretBetween([before = '', after = '']: readonly string[]): boolean {
  const { focusNode, focusOffset = 0 } = document.getSelection() ?? {};
  if (!(focusNode instanceof Text)) return false;
  const { data } = focusNode;
  const lineBefore = before.split('\n').at(-1) ?? '';
  const [lineAfter = ''] = after.split('\n');
  return (
    data.slice(0, focusOffset).endsWith(lineBefore) && data.slice(focusOffset).startsWith(lineAfter)
  );
}
