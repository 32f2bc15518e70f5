import { expect, it } from 'vitest';
import { decodeExport } from '../../../src/codecs/exchange/decode-export';
import { ImportAssembly, messagesOf } from '../../../src/renderer/workers/import-messages';
import { buildTaggedArticle, encodeToText, type Tag } from '../codecs/export-builders';

it('an export that was sent in messages of a bounded size is put together as it was', async () => {
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
  let outcome: ReturnType<ImportAssembly['take']> = null;
  for (const message of messagesOf(decoded.value)) {
    expect(outcome).toBeNull();
    if (message.kind === 'annotations') sizes.push(message.annotations.length);
    outcome = assembly.take(message);
  }
  expect(outcome).toEqual(decoded);
  expect(sizes).toEqual([2_000, 2_000, 500, 1]);
});
