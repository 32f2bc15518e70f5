import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';

const folder = resolve(import.meta.dirname, '../../../resources/samples');

async function decodeSample(fileName: string) {
  const decoded = await decodeArticle({ fileName, bytes: readFileSync(resolve(folder, fileName)) });
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.value;
}

describe('the sample articles open with their facts filled in', () => {
  const cases: readonly [string, object][] = [
    [
      'first-quarter-at-the-steelworks.txt',
      {
        title: 'Steelworks of Hyangju Province Report on the First Quarter',
        language: 'en',
        published: { date: '2025-03-31', basis: 'header' },
      },
    ],
    [
      'first-quarter-ko.txt',
      {
        title: '백련제철련합기업소에서 1.4분기계획 넘쳐 수행',
        language: 'ko',
        published: { date: '2025-03-31', basis: 'header' },
      },
    ],
    [
      'rolling-mill-visit.html',
      {
        title: 'A Morning at the May 9 Rolling Mill',
        outlet: 'The Hyangju Courier',
        language: 'en',
        published: { date: '2025-04-08', basis: 'header' },
      },
    ],
  ];
  for (const [name, facts] of cases) {
    it(name, async () => expect(await decodeSample(name)).toMatchObject(facts));
  }

  it('the page has its table and list, and none of its menu', async () => {
    const { text } = await decodeSample('rolling-mill-visit.html');
    expect(text).toContain('Month\tRails, tons\tPlan\nJanuary\t5 900\t98 %\n');
    expect(text).toContain('a better grade.\nThe Paekryon');
    expect(text).toContain('March\u00a02025');
    expect(text).not.toContain('Front page');
  });
});

describe('the sample tags', () => {
  const tags = z
    .array(
      z.strictObject({
        quote: z.string().min(1),
        kind: z.enum(['enterprise', 'claim', 'date']),
        occurrence: z.int().min(1),
      }),
    )
    .parse(JSON.parse(readFileSync(resolve(folder, 'tags.json'), 'utf8')));
  for (const { quote, kind, occurrence } of tags) {
    it(`${kind} ${occurrence} of ${quote}`, async () => {
      const { text } = await decodeSample('first-quarter-at-the-steelworks.txt');
      expect(text.split(quote).length - 1).toBeGreaterThanOrEqual(occurrence);
    });
  }

  it.each([
    ['enterprise', 5],
    ['claim', 5],
    ['date', 3],
  ])('%s: at least %i', (kind, least) => {
    expect(tags.filter((tag) => tag.kind === kind).length).toBeGreaterThanOrEqual(least);
  });
});
