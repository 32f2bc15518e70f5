import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashText } from '../../src/codecs/hash';
import { annotate } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import type { HealthProgress, HealthReport } from '../../src/core/health/finding';
import { makeId, type Sha256 } from '../../src/core/ids';
import { checkDatabase } from '../../src/renderer/storage/check-database';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { Store } from '../../src/renderer/storage/store';
import { annotationOf, buildAnnotation, buildArticle } from '../support/builders';
import { addAnnotations, damageAnnotation } from '../support/stored-records';
import { anyAct, RandomStore, text as randomText } from './random-acts';

const text =
  'The Kangan Steel Works met its plan on 5 May 2024. \u{1f3ed} 강안제강소 sent rails for the second track to Ryongho.';
const hash = hashText(text);
const article = buildArticle({ textHash: hash, textLength: text.length });
const second = buildArticle({ ...article, id: makeId('art', 'second') });
const works = annotationOf(text, 'Kangan Steel Works');
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });
const other = annotationOf(text, 'plan', { id: 'other', articleId: second.id });

const openBoth: Change = {
  label: { code: 'open-articles', count: 2, title: article.title },
  records: [
    { table: 'articles', id: article.id, before: null, after: article },
    { table: 'articles', id: second.id, before: null, after: second },
  ],
};

let names = 0;
let database: Database;
let store: Store;

beforeEach(async () => {
  database = await openDatabase(`check-test-${(names += 1)}`);
  store = await Store.over({
    database,
    now: () => '2026-11-22T10:00:00.000Z',
    unique: () => crypto.randomUUID(),
    coder: () => 'Tester',
  });
  await store.apply(openBoth, [{ hash, text }]);
  for (const annotation of [works, day, other]) await store.apply(annotate(annotation));
  await store.undo();
});

afterEach(() => database.close());

function check(onProgress: (progress: HealthProgress) => void = () => {}): Promise<HealthReport> {
  return checkDatabase(database, onProgress);
}

describe('a sound store', () => {
  it('gives no finding, and says what was checked', async () => {
    await store.redo();
    expect(await check()).toEqual({ findings: [], findingCount: 0, articles: 2, annotations: 3 });
  });

  it('gives none when it is empty', async () => {
    await store.goTo(null);
    expect(await check()).toEqual({ findings: [], findingCount: 0, articles: 0, annotations: 0 });
  });

  it('gives none while a group is not whole', async () => {
    const to = makeId('art', 'to-come');
    const build = async () =>
      annotate(buildAnnotation({ text, span: { start: 0, end: 3 }, articleId: to }));
    await store.applyPart({ groupId: makeId('grp', 'import'), build, isLast: false });
    expect((await check()).findings).toEqual([]);
  });

  it('tells how far it is, from nothing to all', async () => {
    const heard: HealthProgress[] = [];
    await check((progress) => heard.push(progress));
    expect(heard.map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    expect(new Set(heard.map(({ total }) => total))).toEqual(new Set([3]));
  });

  it(
    'gives none whatever is done before and meanwhile',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(anyAct, { maxLength: 20 }),
          fc.array(anyAct, { maxLength: 20 }),
          async (before, meanwhile) => {
            const random = await RandomStore.open(`check-test-${(names += 1)}`);
            const { textHash } = buildArticle();
            await random.database.texts.put({ hash: textHash, text: randomText });
            for (const act of before) await random.do(act);
            const [report] = await Promise.all([
              checkDatabase(random.database, () => {}),
              (async () => {
                for (const act of meanwhile) await random.do(act);
              })(),
            ]);
            // The builder's hash is not that of the text, which is a finding of its own.
            expect(report.findings.filter(({ code }) => code !== 'text-differs')).toEqual([]);
            random.database.close();
          },
        ),
        { numRuns: 40 },
      ),
    60_000,
  );
});

describe('a store damaged in one way', () => {
  const articleId = article.id;
  const annotationId = works.id;
  const damages: readonly {
    readonly name: string;
    readonly damage: () => Promise<unknown>;
    readonly found: readonly object[];
  }[] = [
    {
      name: 'an article that lacks a field',
      damage: () => {
        const { importedAt: _importedAt, ...rest } = article;
        return database.table('articles').update(articleId, { ...rest, importedAt: undefined });
      },
      found: [{ code: 'record-misfits', table: 'articles', id: articleId, place: '/importedAt' }],
    },
    {
      name: 'an annotation of no known kind',
      damage: () =>
        damageAnnotation(database, works.id, (one) => ({ ...one, body: { kind: 'star' } })),
      found: [{ code: 'record-misfits', table: 'annotations', id: works.id, place: '/body/kind' }],
    },
    {
      name: 'an annotation without a body, whose words are not those of its place',
      damage: () =>
        damageAnnotation(database, works.id, ({ body: _body, ...rest }) => ({
          ...rest,
          quote: { ...works.quote, exact: 'ore' },
        })),
      found: [{ code: 'record-misfits', table: 'annotations', id: works.id, place: '/body' }],
    },
    {
      name: 'a span outside its text',
      damage: () =>
        damageAnnotation(database, works.id, (one) => ({
          ...one,
          fragments: [{ start: 4, end: 4_000 }],
        })),
      found: [
        {
          code: 'span-outside-text',
          articleId,
          annotationId,
          fragment: 0,
          start: 4,
          end: 4_000,
          textLength: text.length,
        },
      ],
    },
    {
      name: 'a span that splits a pair',
      damage: () =>
        damageAnnotation(database, works.id, (one) => ({
          ...one,
          fragments: [{ start: 4, end: 52 }],
        })),
      found: [
        { code: 'span-splits-pair', articleId, annotationId, fragment: 0, start: 4, end: 52 },
      ],
    },
    {
      name: 'fragments out of order',
      damage: () =>
        damageAnnotation(database, works.id, (one) => ({
          ...one,
          fragments: [
            { start: 4, end: 22 },
            { start: 0, end: 3 },
          ],
        })),
      found: [{ code: 'fragments-out-of-order', articleId, annotationId, fragment: 1 }],
    },
    {
      name: 'a quote of other words',
      damage: () =>
        damageAnnotation(database, works.id, (one) => ({
          ...one,
          quote: { ...one.quote, exact: 'Kangan Steel Mills' },
        })),
      found: [
        {
          code: 'quote-differs',
          articleId,
          annotationId,
          part: 'exact',
          said: 'Kangan Steel Mills',
          found: 'Kangan Steel Works',
        },
      ],
    },
    {
      name: 'an article that is not there',
      damage: () => database.articles.delete(articleId),
      found: [{ code: 'article-missing', articleId, annotationId, count: 2 }],
    },
    {
      name: 'a text that is not there',
      damage: () => database.texts.delete(hash),
      found: [
        { code: 'text-missing', articleId: second.id, textHash: hash },
        { code: 'text-missing', articleId, textHash: hash },
      ],
    },
    {
      name: 'a text that is another of the same length',
      damage: () => database.texts.put({ hash, text: `${text.slice(0, -1)}서` }),
      found: [
        { code: 'text-differs', articleId: second.id },
        { code: 'text-differs', articleId },
      ],
    },
    {
      name: 'an article that says another length',
      damage: () => database.articles.update(articleId, { textLength: 7 }),
      found: [{ code: 'text-differs', articleId, textHash: hash }],
    },
    {
      name: 'counts that differ',
      damage: () =>
        database.articles.update(articleId, {
          counts: { enterprise: 1, claim: 4, date: 1, annotations: 2 },
        }),
      found: [
        {
          code: 'counts-differ',
          articleId,
          said: { enterprise: 1, claim: 4, date: 1 },
          found: { enterprise: 1, claim: 0, date: 1 },
        },
      ],
    },
    {
      name: 'annotations out of order',
      damage: async () => {
        const page = await database.annotationPages.where('ids').equals(works.id).first();
        if (!page) throw new Error('no page');
        await database.annotationPages.put({
          ...page,
          annotations: page.annotations.toReversed(),
          ids: page.ids.toReversed(),
        });
      },
      found: [{ code: 'page-differs', articleId, from: 0 }],
    },
    {
      name: 'an annotation that is not found by its id',
      damage: () =>
        database.annotationPages
          .where('ids')
          .equals(works.id)
          .modify((page) => Object.assign(page, { ids: page.ids.slice(1) })),
      found: [{ code: 'page-differs', articleId, from: 0 }],
    },
    {
      name: 'a page that begins behind what is in it',
      damage: async () => {
        const page = await database.annotationPages.where('ids').equals(works.id).first();
        if (!page) throw new Error('no page');
        await database.annotationPages.delete([articleId, 0]);
        await database.annotationPages.put({ ...page, from: 30 });
      },
      found: [{ code: 'page-differs', articleId, from: 30 }],
    },
    {
      name: 'an annotation lost',
      damage: () => damageAnnotation(database, day.id, () => null),
      found: [{ code: 'counts-differ', articleId, found: { enterprise: 1, claim: 0, date: 0 } }],
    },
    {
      name: 'a gap in the log',
      damage: () => database.changes.delete(2),
      found: [{ code: 'log-gap', after: 1, next: 3 }],
    },
    {
      name: 'the first of the log lost',
      damage: () => database.changes.delete(1),
      found: [{ code: 'log-gap', after: 0, next: 2 }],
    },
    {
      name: 'a head of the undo stack that is not in the log',
      damage: () =>
        database.state.put({
          key: 'undo-stack',
          value: { undo: { groupId: 'grp_lost', label: openBoth.label }, redo: [] },
        }),
      found: [{ code: 'undo-head-missing', groupId: 'grp_lost' }],
    },
  ];
  it.each(damages)('$name', async ({ damage, found }) => {
    expect((await check()).findings).toEqual([]);
    await damage();
    const { findings, findingCount } = await check();
    expect(findings).toMatchObject(found);
    expect(findingCount).toBe(found.length);
  });

  it('lists the first thousand findings and counts all', async () => {
    const wrong = Array.from({ length: 1_500 }, (_, index) => ({
      ...other,
      id: makeId('ann', `wrong-${index}`),
      quote: { ...other.quote, exact: 'ore' },
    }));
    await addAnnotations(database, wrong);
    const { findings, findingCount } = await check();
    expect(findings).toHaveLength(1_000);
    expect(findingCount).toBe(1_501);
  });
});

describe('the hash of a text', () => {
  const texts: readonly string[] = ['', text, 'half a pair: \ud83c', '\ufeffmark'];
  it.each(texts)('is the one under which it was stored: %j', async (stored) => {
    const textHash: Sha256 = hashText(stored);
    await database.texts.put({ hash: textHash, text: stored });
    await database.articles.update(second.id, { textHash, textLength: stored.length });
    const { findings } = await check();
    expect(findings.filter(({ code }) => code === 'text-differs')).toEqual([]);
  });
});
