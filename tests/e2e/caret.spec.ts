import { expect, test } from '../support/app/fixtures';
import { samplePaths, writeArticle, writeLongArticle } from '../support/app/texts';

const nightShift = writeArticle(
  'The Night Shift',
  'Furnace four of the Taeryu works is lit. It was cold, and the crew stayed.',
  'Nobody left before dawn.',
);

test('a click places the caret, and keys move it by every unit of the text', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('night.txt', nightShift)]);
  await window.clickWords('Taeryu');
  await window.caretStands('the |Taeryu');
  const motions = [
    ['ArrowRight', 'the T|aeryu'],
    ['ArrowLeft', 'the |Taeryu'],
    ['ControlOrMeta+ArrowRight', 'Taeryu| works'],
    ['ControlOrMeta+ArrowLeft', 'the |Taeryu'],
    ['Alt+ArrowRight', 'is lit.| It'],
    ['Alt+ArrowLeft', '|Furnace'],
    ['End', 'stayed.|'],
    ['Home', '|Furnace'],
    ['ControlOrMeta+ArrowDown', '|Nobody'],
    ['ControlOrMeta+ArrowUp', '|Furnace'],
    ['ArrowDown', '|Nobody'],
    ['ArrowUp', '|Furnace'],
    ['ControlOrMeta+End', 'dawn.|'],
    ['ControlOrMeta+Home', '|The Night'],
    ['PageDown', '|Nobody'],
    ['PageUp', '|The Night'],
  ] as const;
  for (const [key, place] of motions) {
    await test.step(key, async () => {
      await app.page.keyboard.press(key);
      await window.caretStands(place);
    });
  }
});

test('with Shift the same keys select, the selection is told, and it is tagged', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('night.txt', nightShift)]);
  await window.clickWords('Taeryu');
  const selections = [
    ['Shift+ArrowRight', 'T'],
    ['ControlOrMeta+Shift+ArrowRight', 'Taeryu'],
    ['ControlOrMeta+Shift+ArrowRight', 'Taeryu works'],
    ['ControlOrMeta+Shift+ArrowLeft', 'Taeryu '],
    ['Alt+Shift+ArrowRight', 'Taeryu works is lit.'],
    ['Shift+End', 'Taeryu works is lit. It was cold, and the crew stayed.'],
    ['Shift+Home', 'Furnace four of the '],
  ] as const;
  for (const [key, words] of selections) {
    await test.step(key, async () => {
      await app.page.keyboard.press(key);
      await window.selects(words);
      await expect(window.voice).toContainText(`Selected: ${words.trim()}`);
    });
  }
  await app.page.keyboard.press('2');
  await window.shows('claim', 'Furnace four of the');
});

test('without a selection 1 tags the word under the caret, and E and Shift+E widen and narrow', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('night.txt', nightShift)]);
  await window.clickWords('works');
  await app.page.keyboard.press('1');
  await window.shows('enterprise', 'works');
  await window.clickWords('cold');
  const steps = [
    'cold',
    'It was cold',
    'It was cold, and the crew stayed',
    'It was cold, and the crew stayed.',
    'Furnace four of the Taeryu works is lit. It was cold, and the crew stayed.',
  ];
  for (const words of steps) {
    await app.page.keyboard.press('e');
    await window.selects(words);
  }
  for (const words of steps.slice(0, -1).toReversed()) {
    await app.page.keyboard.press('Shift+E');
    await window.selects(words);
  }
});

test('a key that follows a tag at once acts on what was just tagged', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('night.txt', nightShift)]);
  await window.tag({ quote: 'Furnace four', kind: 'claim' });
  await window.selectWords('Taeryu works');
  await app.page.keyboard.press('1');
  await app.page.keyboard.press('2');
  await window.shows('claim', 'Taeryu works');
  await expect(window.annotations.getByRole('option')).toHaveCount(2);
  await window.selectWords('before dawn');
  await app.page.keyboard.press('3');
  await app.page.keyboard.press('Delete');
  await expect(window.row('date', 'before dawn')).toBeHidden();
  await expect(window.row('claim', 'Furnace four')).toBeVisible();
  await expect(window.row('claim', 'Taeryu works')).toBeVisible();
});

test('the caret survives jumps through a long article, of which little is drawn', async ({
  app,
  window,
  desk,
}) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 700));
  await window.openFiles([path]);
  await window.clickWords('furnace 3 has');
  await app.page.keyboard.press('ControlOrMeta+End');
  await window.caretStands('night.|');
  await expect(window.article.getByText('Paragraph number 700 tells')).toBeInViewport();
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('1');
  await window.shows('enterprise', 'night');

  await app.page.keyboard.press('ControlOrMeta+Home');
  await window.caretStands('|A Long');
  await expect(window.article.getByText('Paragraph number 1 tells')).toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+ArrowDown');
  await app.page.keyboard.press('2');
  await window.shows('claim', 'Paragraph');

  await window.article.hover();
  await app.page.mouse.wheel(0, 200_000);
  await expect(window.article.getByText('Paragraph number 700 tells')).toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+ArrowRight');
  await window.caretStands('number| 1');
  await expect(window.article.getByText('Paragraph number 1 tells')).toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+Shift+End');
  await expect(window.article.getByText('Paragraph number 700 tells')).toBeInViewport();
  await expect(window.status).toContainText('para 2, 33–');
});

test('in Korean the caret goes by words and sentences, and widens to the phrase', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.korean]);
  await window.clickWords('새 전기로의');
  await app.page.keyboard.press('ControlOrMeta+ArrowRight');
  await window.caretStands('새| 전기로의');
  await app.page.keyboard.press('ControlOrMeta+ArrowRight');
  await window.caretStands('전기로의| 설비');
  await app.page.keyboard.press('Alt+ArrowRight');
  await window.caretStands('추진되고있다.| 기업소');
  await app.page.keyboard.press('Alt+ArrowLeft');
  await window.caretStands('|목단제강');
  await app.page.keyboard.press('e');
  await window.selects('목단제강련합기업소에서는');
  await app.page.keyboard.press('e');
  await window.selects('목단제강련합기업소에서는 새 전기로의 설비조립이 적극 추진되고있다');
  await app.page.keyboard.press('2');
  await window.shows('claim', '목단제강련합기업소에서는 새 전기로의 설비조립이 적극 추진되고있다');
});
