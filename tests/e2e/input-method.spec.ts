import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

/** Keys of a keyboard as an input method deals with them: the browser's own protocol, so that the events are trusted. */
class InputMethod {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** Composes `text` where the focus is: a key that the input method takes, then what it makes of it. */
  async compose(text: string, code = 'KeyN'): Promise<void> {
    await this.take(code);
    const end = text.length;
    await this.#session.send('Input.imeSetComposition', {
      text,
      selectionStart: end,
      selectionEnd: end,
    });
  }

  /** Ends the composition with `text`. */
  async commit(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }

  /** Gives the composition up. */
  async giveUp(): Promise<void> {
    await this.#session.send('Input.imeSetComposition', {
      text: '',
      selectionStart: 0,
      selectionEnd: 0,
    });
  }

  /** A key that the input method takes: the page hears that there was one. */
  async take(code: string, key = 'Process'): Promise<void> {
    await this.press({ key, code, windowsVirtualKeyCode: 229 });
  }

  /** A key with the key code that it has when no input method is on. */
  async press(key: {
    readonly key: string;
    readonly code: string;
    readonly windowsVirtualKeyCode: number;
  }): Promise<void> {
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
}

const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
const escape = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };

/** The ways in which the key that ends or gives up a composition comes: while it is composed, and just after it. */
const ways = [
  { name: 'as the key itself', takes: false },
  { name: 'as a key that the input method has taken', takes: true },
];

let ime: InputMethod;
test.beforeEach(async ({ app }) => {
  ime = await InputMethod.on(app.page);
});

for (const { name, takes } of ways) {
  const send = (key: typeof enter): Promise<void> =>
    takes ? ime.take(key.code, key.key) : ime.press(key);

  test(`in the palette Enter and Escape of a composition are the input method's, ${name}`, async ({
    app,
    window,
  }) => {
    await window.openFiles([samplePaths.steelworks]);
    await window.command('한국어');
    await app.page.keyboard.press('ControlOrMeta+k');
    const field = app.page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    await ime.compose('어둡');
    await expect(field).toHaveValue('어둡');
    await send(enter);
    await send(escape);
    await ime.compose('어두');
    await ime.commit('어두');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('어두');
    await app.page.keyboard.press('Enter');
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test(`in find they neither step nor close, ${name}`, async ({ app, window, desk }) => {
    const path = await desk.write('ko.txt', writeArticle('제철소', '제철소와 제철소의 용광로.'));
    await window.openFiles([path]);
    await expect(window.title('제철소')).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+f');
    const field = window.finder.getByRole('textbox');
    await expect(field).toBeFocused();
    await ime.compose('제철');
    await expect(window.finder.getByText('1 of 3')).toBeVisible();
    await send(enter);
    await send(escape);
    await expect(field).toHaveValue('제철');
    await expect(window.finder.getByText('1 of 3')).toBeVisible();
    await ime.commit('제철소');
    await app.page.keyboard.press('Enter');
    await expect(window.finder.getByText('2 of 3')).toBeVisible();
    await ime.compose('로');
    await ime.giveUp();
    await app.page.keyboard.press('Escape');
    await expect(window.finder).toBeHidden();
  });

  test(`in note and name they neither store nor take back, ${name}`, async ({ app, window }) => {
    await window.openFiles([samplePaths.steelworks]);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    for (const label of ['Name to go by', 'Note']) {
      const field = window.field(label);
      await field.focus();
      await app.page.keyboard.insertText('목단 ');
      await ime.compose('제강');
      await send(enter);
      await send(escape);
      await expect(field).toBeFocused();
      await expect(field).toHaveValue('목단 제강');
      await ime.commit('제강소');
      await expect(field).toHaveValue('목단 제강소');
      await app.page.keyboard.press('ControlOrMeta+Enter');
      await expect(field).not.toBeFocused();
      await window.saved();
      await expect(field).toHaveValue('목단 제강소');
    }
  });

  test(`in the name of the coder too, ${name}`, async ({ app, window }) => {
    await window.command('Set your name…');
    const field = window.status.getByRole('textbox');
    await expect(field).toBeFocused();
    await ime.compose('한');
    await send(escape);
    await send(enter);
    await expect(field).toBeFocused();
    await ime.commit('한');
    await app.page.keyboard.press('Enter');
    await expect(window.status).toContainText('한');
  });

  test(`a dialog stays open, ${name}`, async ({ app, window }) => {
    await window.openFiles([samplePaths.steelworks]);
    await app.page.keyboard.press('ControlOrMeta+k');
    const dialog = app.page.getByRole('dialog');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await ime.compose('가');
    await send(escape);
    await ime.giveUp();
    await expect(dialog).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
}

test('in the text, keys that an input method takes run nothing, and the person is told', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.selectWords('Mokdan Steel Complex');
  await expect(window.palette).toBeVisible();
  for (const code of ['Digit1', 'KeyD', 'KeyH', 'KeyL', 'Enter', 'Escape']) await ime.take(code);
  await ime.take('Digit2', '2');
  await ime.compose('ㅜ');
  await expect(window.notices.getByText('The input method has taken the key.')).toHaveCount(1);
  await window.selects('Mokdan Steel Complex');
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();

  // Without it the key of the place tags, whatever is written there.
  await ime.press({ key: 'ㅂ', code: 'KeyQ', windowsVirtualKeyCode: 81 });
  await expect(window.notices.getByText('Copied with its source.')).toBeVisible();
  await app.page.keyboard.press('1');
  await window.shows('enterprise', 'Mokdan Steel Complex');
});

test('in a field no one is told', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect(window.finder.getByRole('textbox')).toBeFocused();
  await ime.compose('ㅜ');
  await ime.commit('누');
  await expect(window.finder.getByRole('textbox')).toHaveValue('누');
  await expect(window.notices.getByText('The input method has taken the key.')).toHaveCount(0);
});
