import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Span } from '../../src/core/text/span';
import type { WantedTag } from '../support/app/dateline-page';
import { disagreements, readExport } from '../support/app/exported-file';
import { expect, test } from '../support/app/fixtures';
import { KeyboardHand } from '../support/app/keyboard-hand';
import { planKeyboard, type WantedSpan } from '../support/app/keyboard-plan';
import { placeOfWords } from '../support/app/place-of-words';
import { type PointerWatch, watchPointer } from '../support/app/pointer-watch';
import { samplePaths } from '../support/app/texts';

const root = resolve(import.meta.dirname, '../..');
const articles = resolve(root, '../shared/articles');

/** An article and what is to be tagged in it. */
interface Work {
  readonly text: string;
  readonly wanted: readonly WantedSpan[];
}

/** One annotation that people agreed on, in UTF-16 units of the file's text. */
interface GoldAnnotation {
  readonly start: number;
  readonly end: number;
  readonly label: 'ENTERPRISE' | 'CLAIM' | 'DATE';
}

const kinds = { ENTERPRISE: 'enterprise', CLAIM: 'claim', DATE: 'date' } as const;

let hand: KeyboardHand;
let pointer: PointerWatch;

test.beforeEach(async ({ app, window }) => {
  pointer = await watchPointer(app.page);
  await expect(window.status).toBeVisible();
  hand = new KeyboardHand(window);
});

/** Tags everything wanted in the article by keys, exports it, and compares what came out with what was wanted. */
async function workThrough(path: string, { text, wanted }: Work): Promise<void> {
  await hand.openFiles([path]);
  const plan = planKeyboard(text, wanted);
  await hand.tag(plan);
  const [article] = await readExport(await hand.export());
  expect(article?.text).toBe(text);
  expect(article && disagreements(article)).toEqual([]);
  const exported = (article?.annotations ?? []).map(({ kind, spans }) => lineOf(kind, spans));
  const expected = wanted.map(({ kind, span }) => lineOf(kind, [span]));
  expect(exported.toSorted()).toEqual(expected.toSorted());
  const dates = article?.annotations.filter(({ edtf }) => edtf !== undefined) ?? [];
  expect(dates).toHaveLength(plan.tags.filter(({ accept }) => accept.length > 0).length);
  expect(await pointer.seen()).toEqual([]);
  console.log(`keys per annotation: ${(plan.presses / wanted.length).toFixed(1)}`);
}

function lineOf(kind: string, spans: readonly Span[]): string {
  return `${kind} ${spans.map(({ start, end }) => `${start}–${end}`).join(' ')}`;
}

test('the sample is opened, tagged and exported by keys alone', async () => {
  const text = await readFile(samplePaths.steelworks, 'utf8');
  const list = await readFile(resolve(root, 'resources/samples/tags.json'), 'utf8');
  const wanted = (JSON.parse(list) as readonly WantedTag[]).map((tag) => ({
    kind: tag.kind,
    span: placeOfWords(text, tag),
  }));
  await workThrough(samplePaths.steelworks, { text, wanted });
});

for (const name of ['seed-pyongyang-times-2025-01-15', 'ko-03-new-year-2017'])
  test(`${name} is opened, tagged and exported by keys alone`, async () => {
    const path = resolve(articles, `${name}.txt`);
    const goldPath = resolve(articles, 'gold', `${name}.gold.json`);
    const isThere = existsSync(path) && existsSync(goldPath);
    if (!isThere) console.log(`skipped: ${name}: ../shared/articles is not there`);
    test.skip(!isThere, '../shared/articles is not there');
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    const gold = JSON.parse(await readFile(goldPath, 'utf8')) as {
      readonly annotations: readonly GoldAnnotation[];
    };
    const wanted = gold.annotations.map(({ start, end, label }) => ({
      kind: kinds[label],
      span: { start, end },
    }));
    await workThrough(path, { text, wanted });
  });

test('a press of the mouse would be noticed', async ({ app }) => {
  await app.page.mouse.click(5, 5);
  expect(await pointer.seen()).toEqual(
    expect.arrayContaining(['pointerdown', 'mousedown', 'click']),
  );
});
