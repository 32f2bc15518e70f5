import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { disagreements, readExport } from '../support/app/exported-file';
import { expect, test } from '../support/app/fixtures';
import { letPageAct } from '../support/app/let-page-act';
import { mutationPages, scriptPages } from '../unit/hostile/pages';

const root = resolve(import.meta.dirname, '../..');

/** Rejects when the program's own checker finds a fault. */
async function validate(path: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['out/main/cli.cjs', 'validate', path], {
    cwd: root,
  });
}

/** Elements that could do something, none of which an article's text may become. */
const active =
  'script, style, iframe, object, embed, svg, math, img, video, audio, form, base, meta, link, a, template';

test('script in any place of a page does nothing when the page is opened', async ({
  app,
  window,
  desk,
}) => {
  const dialogs: string[] = [];
  const requests: string[] = [];
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  app.context.on('request', (request) => requests.push(request.url()));
  await app.page.evaluate(() => {
    const blocked: string[] = [];
    Object.assign(globalThis, { blocked });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      blocked.push(violatedDirective),
    );
  });

  // One page with everything that leaves the words around it, and each that a browser might read in another way.
  const all = scriptPages.map(({ html }) => html).join('\n');
  const pages = [
    { title: 'Every place', html: `<!DOCTYPE html><h1>Every place</h1>${all}` },
    ...mutationPages
      .filter(({ name }) => !['frames', 'tags with NUL and a BOM'].includes(name))
      .map(({ name, html }) => ({
        title: name,
        html: `<!DOCTYPE html><title>${name}</title><p>Words before it.</p>${html}`,
      })),
  ];
  for (const [index, { title, html }] of pages.entries()) {
    await window.openFiles([await desk.write(`hostile-${index}.html`, html)]);
    await expect(window.entry(title).first()).toBeVisible();
    await window.entry(title).first().click();
    await expect(window.title(title).first()).toBeVisible();
    await expect(window.article.locator('[data-article-text]').locator(active)).toHaveCount(0);
  }
  await letPageAct(app.page);
  const seen = await app.page.evaluate(() => ({
    polluted: 'polluted' in globalThis || 'polluted' in {},
    blocked: Reflect.get(globalThis, 'blocked') as unknown,
  }));
  expect(seen).toEqual({ polluted: false, blocked: [] });
  expect(dialogs).toEqual([]);
  const origin = new URL(app.page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
});

/** Words with what deceives the eye inside them. */
const tricks: readonly { readonly name: string; readonly words: string }[] = [
  { name: 'a right-to-left override', words: 'Mok\u202edan\u202c Works' },
  { name: 'an isolate', words: 'Mok\u2067dan\u2069 Works' },
  { name: 'zero-width spaces', words: 'Mok\u200bdan Wor\u200bks' },
  { name: 'a zero-width joiner', words: 'Mok\u200ddan Works' },
  { name: 'a soft hyphen and a byte-order mark', words: 'Mok\u00addan\ufeff Works' },
  { name: 'tag characters', words: 'Mokdan🏴\u{e0067}\u{e0062}\u{e007f} Works' },
];

for (const { name, words } of tricks)
  test(`words are tagged with true offsets: ${name}`, async ({ app, window, desk }) => {
    const text = `A Title\n\nThe ${words} met the plan, and the Ryul Mine did not.\n`;
    await window.openFiles([await desk.write('tricks.txt', text)]);
    await expect(window.article).toBeVisible();
    await window.selectWithoutMouse(words);
    await app.page.keyboard.press('1');
    await window.shows('enterprise', words);
    await window.selectWithoutMouse('Ryul Mine');
    await app.page.keyboard.press('2');
    await window.shows('claim', 'Ryul Mine');
    await window.saved();
    const path = await window.export();
    await validate(path);
    const [article] = await readExport(path);
    expect(article?.text).toBe(text);
    expect(article && disagreements(article)).toEqual([]);
    expect(article?.annotations.map(({ quote }) => quote.exact)).toEqual([words, 'Ryul Mine']);
  });
