import { expect, it } from 'vitest';
import { decodeExport } from '../../../src/codecs/exchange/decode-export';
import { ImportAssembly, partsOf } from '../../../src/renderer/workers/import-parts';
import { buildTaggedArticle, encodeToText, type Tag } from '../codecs/export-builders';

it('an export that was sent in parts of a bounded size is put together as it was', async () => {
  const tag: Tag = { words: ['Works'], body: { kind: 'enterprise' } };
  const articles = [
    buildTaggedArticle('none', 'No tags.', []),
    buildTaggedArticle(
      'many',
      'The Works.',
      Array.from({ length: 4_500 }, () => tag),
    ),
    buildTaggedArticle('one', 'The Works again.', [tag]),
  ];
  const { text } = await encodeToText(articles);
  const decoded = decodeExport(new TextEncoder().encode(text));
  if (!decoded.ok) throw new Error('it is sound');
  const assembly = new ImportAssembly();
  const sizes: number[] = [];
  for (const part of partsOf(decoded.value.articles)) {
    if (part.kind === 'annotations') sizes.push(part.annotations.length);
    assembly.take(part);
  }
  expect(assembly.articles).toEqual(decoded.value.articles);
  expect(sizes).toEqual([2_000, 2_000, 500, 1]);
});
