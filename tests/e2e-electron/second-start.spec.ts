import { join } from 'node:path';
import { startElectronAgain } from '../support/app/electron-app';
import { writeArticle } from '../support/app/texts';
import { expect, test } from './fixtures';

for (const { what, names } of [
  { what: 'one file', names: ['one.txt'] },
  // Of these numbers Electron's own lists arrive as nothing.
  { what: '9 files', names: numbered(9) },
  { what: '13 files', names: numbered(13) },
  { what: '32 files', names: numbered(32) },
  { what: 'a blank in a Korean name', names: ['로동신문 1월.txt'] },
])
  test(`a second start hands over all its files: ${what}`, async ({ desk }) => {
    const files: string[] = [];
    for (const name of names)
      files.push(await desk.write(name, writeArticle(`Article ${name}`, 'Iron day and night.')));
    const { window, process: main } = await desk.start();
    const second = await startElectronAgain({ data: desk.data, files });
    expect(second.output).toContain('Dateline: handed over');
    expect(second.code).toBe(0);
    await expect(window.library.getByText(new RegExp(`^${names.length} articles?$`))).toBeVisible();
    expect(main.exitCode).toBeNull();
  });

test('a command line too long for Electron’s own message ends nothing and loses nothing', async ({
  desk,
}) => {
  test.skip(process.platform === 'win32', 'Windows starts nothing with so long a command line');
  const last = await desk.write('마지막.txt', writeArticle('마지막 기사', '강철이 나온다.'));
  const missing = Array.from({ length: 500 }, (_, index) =>
    join(desk.folder, `${'없는 파일 '.repeat(8)}${index}.txt`),
  );
  const { page, process: main } = await desk.start();
  const second = await startElectronAgain({ data: desk.data, files: [...missing, last] });
  expect(second.output).toContain('Dateline: handed over');
  expect(second.code).toBe(0);
  // Behind the report of what is missing.
  await expect(page.getByText('강철이 나온다.').first()).toBeAttached();
  expect(main.exitCode).toBeNull();
  expect(main.signalCode).toBeNull();
});

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `number ${index + 1}.txt`);
}
