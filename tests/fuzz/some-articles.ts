import type { ArticleToExport } from '../../src/codecs/exchange/encode-export';
import { hashBytes, hashText } from '../../src/codecs/hash';
import { describeQuote } from '../../src/core/anchoring/describe';
import type { Annotation, AnnotationBody, Fragments } from '../../src/core/annotation/annotation';
import { claimStatuses } from '../../src/core/annotation/annotation';
import type { Article } from '../../src/core/article';
import { makeId } from '../../src/core/ids';
import type { ImportedArticle } from '../../src/core/import/imported-article';
import type { Span } from '../../src/core/text/span';
import { someArticleText, someSpan, someText } from './pieces';
import type { Random } from './random';

const time = '2026-11-22T09:00:00.000Z';
const encoder = new TextEncoder();

/** Articles with annotations such as a project could hold: every span true, every id once. */
export function someArticles(random: Random, most: number): ImportedArticle[] {
  const texts = [someArticleText(random), someArticleText(random)];
  const articles = Array.from({ length: 1 + random.below(most) }, (_, index) => {
    const text = random.chance(0.2) ? random.pick(texts) : someArticleText(random);
    return someArticle(random, text, `${index}${random.pick(['', '/../x', '__proto__', ' 🏭'])}`);
  });
  return articles;
}

/** An article of `text` as the encoder takes it. */
export function toExport({ article, text, annotations }: ImportedArticle): ArticleToExport {
  return { article, text, annotations: [annotations] };
}

/** An annotation of `text` with everything random that may be, or null when the text has no span for it. */
export function someAnnotation(
  random: Random,
  text: string,
  facts: Pick<Annotation, 'id' | 'articleId'>,
): Annotation | null {
  const fragments = someFragments(random, text);
  if (!fragments) return null;
  return {
    ...facts,
    fragments,
    quote: describeQuote(text, fragments),
    body: someBody(random),
    provenance: {
      coder: random.pick(['', 'Kim', '=cmd|x', '\ud800']),
      origin: random.pick(['hand', 'suggestion', 'import']),
      ...(random.chance(0.3) && { rule: random.pick(['year', '__proto__']) }),
    },
    createdAt: time,
    updatedAt: random.pick([time, '2026-11-23T10:00:00.123Z']),
    ...(random.chance(0.3) && { note: someText(random, 3) }),
  };
}

function someArticle(random: Random, text: string, unique: string): ImportedArticle {
  const bytes = encoder.encode(text);
  const article: Article = {
    id: makeId('art', unique),
    title: random.pick(['The Mine', '', '=1+1', someText(random, 3)]),
    ...(random.chance(0.5) && { outlet: random.pick(['Herald', '@SUM', '\u202ekcart']) }),
    ...(random.chance(0.5) && { published: { date: '2025-01-15', basis: 'user' } }),
    ...(random.chance(0.3) && { status: random.pick(['in-work', 'done'] as const) }),
    ...(random.chance(0.3) && { note: someText(random, 3) }),
    source: {
      fileName: random.pick(['a.txt', '../../a.txt', 'CON']),
      mediaType: 'text/plain',
      encoding: 'utf-8',
      byteLength: bytes.length,
      sha256: hashBytes(bytes),
    },
    textHash: hashText(text),
    textLength: text.length,
    importedAt: time,
  };
  const annotations = Array.from({ length: random.below(6) }, (_, index) =>
    someAnnotation(random, text, {
      id: makeId('ann', `${unique}-${index}`),
      articleId: article.id,
    }),
  );
  return { article, text, annotations: annotations.filter((one) => one !== null) };
}

function someFragments(random: Random, text: string): Fragments | null {
  const first = someSpan(random, text);
  if (!first) return null;
  const rest: Span[] = [];
  const after = { start: first.end + 1, end: text.length };
  if (random.chance(0.3) && after.start < after.end) {
    const next = someSpan(random, text.slice(after.start));
    const span = next && { start: after.start + next.start, end: after.start + next.end };
    // A slice can begin with the second half of a pair, which is no place for a span to begin.
    if (span && text.slice(span.start, span.end).isWellFormed()) rest.push(span);
  }
  return [first, ...rest];
}

function someBody(random: Random): AnnotationBody {
  switch (random.below(3)) {
    case 0:
      return { kind: 'enterprise', ...(random.chance(0.5) && { name: someText(random, 2) }) };
    case 1:
      return { kind: 'claim', status: random.pick(claimStatuses) };
    default:
      return {
        kind: 'date',
        ...(random.chance(0.7) && { edtf: random.pick(['2025', '2025-01~', '2024/..']) }),
        ...(random.chance(0.5) && {
          basis: random.chance(0.5) ? { by: 'hand' } : { by: 'rule', rule: 'year' },
        }),
      };
  }
}
