import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  IdenticalDialog,
  type IdenticalDialogProps,
} from '../../../../src/renderer/panels/identical/IdenticalDialog';
import type { IdenticalPreview } from '../../../../src/renderer/workspace/actions/identical/identical';
import type { IdenticalHit } from '../../../../src/renderer/workspace/actions/identical/identical-search';
import { annotationId, articleId } from '../build';
import { focusOn, show } from '../show';

function hit(number: number): IdenticalHit {
  const start = number * 100;
  return {
    key: `hit ${number}`,
    articleId: articleId(number % 3),
    title: `Article ${number % 3}`,
    span: { start, end: start + 11 },
    paragraph: number + 1,
    context: { before: `place ${number} of the `, words: 'Kangan Mine', after: ' by the river' },
    annotationId: annotationId(number),
  };
}

function preview(count: number, changes: Partial<IdenticalPreview> = {}): IdenticalPreview {
  return {
    request: {
      job: 'tag',
      words: 'Kangan Mine',
      body: { kind: 'enterprise' },
      mode: 'loose',
      wholeWords: true,
      scope: 'all',
    },
    hits: Array.from({ length: count }, (_, number) => hit(number)),
    articles: Math.min(3, count),
    found: count,
    tagged: 0,
    inside: 0,
    ...changes,
  };
}

function props(changes: Partial<IdenticalDialogProps> = {}): IdenticalDialogProps {
  return {
    open: true,
    job: 'tag',
    words: 'Kangan Mine',
    choices: { kind: 'enterprise', mode: 'loose', wholeWords: true, scope: 'all' },
    onChoose: vi.fn(),
    state: { kind: 'found' },
    preview: preview(14),
    excluded: new Set(),
    onExclude: vi.fn(),
    onApply: vi.fn(),
    onStop: vi.fn(),
    onSearch: vi.fn(),
    onClose: vi.fn(),
    ...changes,
  };
}

/** The dialog with what is left out kept, as the window keeps it. */
function Excluding({ count, seen }: { readonly count: number; readonly seen: Set<string>[] }) {
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [found] = useState(() => preview(count));
  return (
    <IdenticalDialog
      {...props({
        preview: found,
        excluded,
        onExclude: (keys) => {
          seen.push(new Set(keys));
          setExcluded(keys);
        },
      })}
    />
  );
}

const list = () => page.getByRole('listbox', { name: 'Places to tag' });
const mainButton = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('what it says', () => {
  it.each([
    { job: 'tag', title: 'Tag every ‘Kangan Mine’ as enterprise', button: 'Tag 14 places' },
    {
      job: 'delete',
      title: 'Delete every enterprise ‘Kangan Mine’',
      button: 'Delete 14 annotations',
    },
  ] as const)('$job: words, kind and count', async ({ job, title, button }) => {
    const given = props({ job });
    await show(<IdenticalDialog {...given} />);
    await expect.element(page.getByRole('dialog', { name: title })).toBeVisible();
    await mainButton(button).click();
    expect(given.onApply).toHaveBeenCalledTimes(1);
  });

  it('in Korean', async () => {
    await show(<IdenticalDialog {...props()} />, { language: 'ko' });
    await expect.element(mainButton('14곳 표시')).toBeVisible();
    await expect.element(page.getByText('글 3편에서 14곳')).toBeVisible();
  });

  it('what is passed over, and why', async () => {
    await show(<IdenticalDialog {...props({ preview: preview(14, { tagged: 5, inside: 1 }) })} />);
    await expect
      .element(page.getByRole('status'))
      .toMatchTextContent(
        '14 places in 3 articles; 5 already tagged are skipped; 1 inside longer tagged words is skipped',
      );
  });

  const reasons = [
    { name: 'no place', given: { preview: preview(0) }, why: 'These words are not found.' },
    {
      name: 'all tagged',
      given: { preview: preview(0, { found: 5, tagged: 5 }) },
      why: 'Every place is tagged already.',
    },
    {
      name: 'no annotation',
      given: { job: 'delete', preview: preview(0) },
      why: 'No such annotation is left.',
    },
    {
      name: 'all left out',
      given: { preview: preview(1), excluded: new Set(['hit 0']) },
      why: /^Every place is left out/,
    },
    {
      name: 'still searching',
      given: { state: { kind: 'searching', done: 1, total: 3 } },
      why: 'Still searching.',
    },
    { name: 'being saved', given: { state: { kind: 'applying' } }, why: 'Being saved…' },
  ] as const;
  it.each(reasons)('why it cannot be done: $name', async ({ given, why }) => {
    const all = props(given);
    await show(<IdenticalDialog {...all} />);
    const button = mainButton(/^(Tag|Delete)/);
    await expect.element(button).toBeDisabled();
    await expect.element(button).toHaveAccessibleDescription(why);
    await userEvent.keyboard('{Enter}');
    expect(all.onApply).not.toHaveBeenCalled();
  });
});

describe('the choices', () => {
  it('tell of what is chosen', async () => {
    const given = props({ kindIsFree: true });
    await show(<IdenticalDialog {...given} />);
    await page.getByRole('radio', { name: 'Exact' }).click();
    await page.getByRole('radio', { name: 'This article' }).click();
    await page.getByRole('radio', { name: 'Claim' }).click();
    await page.getByRole('checkbox', { name: /Whole words/ }).click();
    expect(vi.mocked(given.onChoose).mock.calls).toEqual([
      [{ mode: 'exact' }],
      [{ scope: 'article' }],
      [{ kind: 'claim' }],
      [{ wholeWords: false }],
    ]);
  });

  it('offer no kind where an annotation has one, and no whole words for a deletion', async () => {
    await show(<IdenticalDialog {...props({ job: 'delete' })} />);
    await expect.element(page.getByRole('radio', { name: 'Exact' })).toBeVisible();
    expect(page.getByRole('radio', { name: 'Claim' }).elements()).toEqual([]);
    expect(page.getByRole('checkbox', { name: /Whole words/ }).elements()).toEqual([]);
  });
});

describe('the list', () => {
  it('shows the words in their context, with article and paragraph', async () => {
    await show(<IdenticalDialog {...props()} />);
    const row = page.getByRole('option', {
      name: 'place 1 of the Kangan Mine by the river; Article 1, paragraph 2, chosen',
    });
    await expect.element(row).toBeVisible();
    expect(row.element().querySelector('strong')?.textContent).toBe('Kangan Mine');
    await expect.element(row).toMatchTextContent('Article 1¶ 2');
  });

  it('holds 5,000 rows of which only those in sight exist', async () => {
    await show(<Excluding count={5_000} seen={[]} />);
    await expect.element(mainButton('Tag 5,000 places')).toBeVisible();
    expect(page.getByRole('option').elements().length).toBeLessThan(60);
  });

  it('leaves out with Space and takes back with Space', async () => {
    const seen: Set<string>[] = [];
    await show(<Excluding count={5_000} seen={seen} />);
    focusOn(list());
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    expect(seen.at(-1)).toEqual(new Set(['hit 2']));
    await expect.element(mainButton('Tag 4,999 places')).toBeVisible();
    await userEvent.keyboard('{End} ');
    expect(seen.at(-1)).toEqual(new Set(['hit 2', 'hit 4999']));
    await userEvent.keyboard(' ');
    expect(seen.at(-1)).toEqual(new Set(['hit 2']));
  });

  it('leaves out with a click', async () => {
    const seen: Set<string>[] = [];
    await show(<Excluding count={14} seen={seen} />);
    await page.getByRole('option', { name: /^place 1 of/ }).click();
    expect(seen).toEqual([new Set(['hit 1'])]);
    await expect
      .element(page.getByRole('option', { name: /^place 1 of.*left out$/ }))
      .toHaveAttribute('aria-selected', 'false');
    await expect.element(page.getByText('13 of 14 chosen')).toBeVisible();
  });

  it('leaves all out and takes all back by one tick', async () => {
    const seen: Set<string>[] = [];
    await show(<Excluding count={3} seen={seen} />);
    const all = page.getByRole('checkbox', { name: 'All' });
    await all.click();
    await expect.element(all).not.toBeChecked();
    expect(seen.at(-1)).toEqual(new Set(['hit 0', 'hit 1', 'hit 2']));
    await page.getByRole('option', { name: /^place 0 of/ }).click();
    await expect.element(all).toBePartiallyChecked();
    await all.click();
    expect(seen.at(-1)).toEqual(new Set());
  });
});

describe('the keys', () => {
  const places = [
    { name: 'the list', take: () => focusOn(list()) },
    { name: 'a choice', take: () => focusOn(page.getByRole('radio', { name: 'Exact' })) },
    { name: 'a tick', take: () => focusOn(page.getByRole('checkbox', { name: /Whole words/ })) },
    { name: 'the main button', take: () => focusOn(mainButton('Tag 14 places')) },
  ];
  it.each(places)('Enter does it from $name, once', async ({ take }) => {
    const given = props();
    await show(<IdenticalDialog {...given} />);
    await expect.element(list()).toBeVisible();
    take();
    await userEvent.keyboard('{Enter}');
    expect(given.onApply).toHaveBeenCalledTimes(1);
  });

  it('Enter does it when the places came after the dialog', async () => {
    const given = props({ state: { kind: 'searching', done: 0, total: 3 }, preview: null });
    const shown = await show(<IdenticalDialog {...given} />);
    await expect.element(page.getByRole('dialog')).toHaveFocus();
    await shown.rerender(
      <IdenticalDialog {...given} state={{ kind: 'found' }} preview={preview(2)} />,
    );
    await userEvent.keyboard('{Enter}');
    expect(given.onApply).toHaveBeenCalledTimes(1);
  });

  it('Enter on Cancel cancels', async () => {
    const given = props();
    await show(<IdenticalDialog {...given} />);
    focusOn(page.getByText('Cancel', { exact: true }));
    await userEvent.keyboard('{Enter}');
    expect(given.onApply).not.toHaveBeenCalled();
    expect(given.onClose).toHaveBeenCalledTimes(1);
  });

  it('Escape closes', async () => {
    const given = props();
    await show(<IdenticalDialog {...given} />);
    await expect.element(list()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(given.onClose).toHaveBeenCalledTimes(1);
  });
});

describe('a search', () => {
  it('says how far it is, keeps the last list, and can be stopped', async () => {
    const given = props({ state: { kind: 'searching', done: 120, total: 400 } });
    await show(<IdenticalDialog {...given} />);
    await expect.element(page.getByText('120 of 400 articles searched')).toBeVisible();
    await expect.element(page.getByRole('option', { name: /^place 0 of/ })).toBeVisible();
    await page.getByRole('button', { name: 'Stop searching' }).click();
    expect(given.onStop).toHaveBeenCalledTimes(1);
  });

  it('that was stopped can be begun again', async () => {
    const given = props({ state: { kind: 'stopped' }, preview: null });
    await show(<IdenticalDialog {...given} />);
    await page.getByRole('button', { name: 'Search again' }).click();
    expect(given.onSearch).toHaveBeenCalledTimes(1);
  });
});
