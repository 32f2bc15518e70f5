import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const title = '백련의 새 용광로';
const text = writeArticle(
  title,
  'Ryonghyon 🏭 백련제철련합기업소의 용광로.',
  'Ende – fin – конец.',
);

function inUtf16(content: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(content, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

const cases: readonly [string, Uint8Array, string][] = [
  ['UTF-8', Buffer.from(text), 'UTF-8'],
  ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
  ['UTF-16 little-endian', inUtf16(text, 'little'), 'UTF-16LE'],
  ['UTF-16 little-endian with a mark', inUtf16(`\ufeff${text}`, 'little'), 'UTF-16LE'],
  ['UTF-16 big-endian', inUtf16(text, 'big'), 'UTF-16BE'],
  ['UTF-16 big-endian with a mark', inUtf16(`\ufeff${text}`, 'big'), 'UTF-16BE'],
];

test('text reads the same in every encoding', async ({ window, desk }) => {
  for (const [index, [name, bytes, encoding]] of cases.entries()) {
    await test.step(name, async () => {
      const fileName = `${index}.txt`;
      await window.openFiles([await desk.write(fileName, bytes)]);
      await expect(window.article.getByText(fileName)).toBeVisible();
      await expect(window.title(title)).toBeVisible();
      await expect(
        window.article.getByText('Ryonghyon 🏭 백련제철련합기업소의 용광로.'),
      ).toBeVisible();
      await expect(window.article.getByText('Ende – fin – конец.')).toBeVisible();
      await expect(window.article.getByText(encoding, { exact: true })).toBeVisible();
    });
  }
});
