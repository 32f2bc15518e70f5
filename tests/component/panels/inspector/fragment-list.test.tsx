import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { FragmentList } from '../../../../src/renderer/panels/inspector/FragmentList';
import {
  InspectorPanel,
  type InspectorPanelProps,
} from '../../../../src/renderer/panels/inspector/InspectorPanel';
import { annotationId, buildAnnotation, buildArticle } from '../build';
import { show } from '../show';

const whole = buildAnnotation(1, 'Kangan Steel Works', { kind: 'enterprise' });
/** Of the text ‘the Kangan Steel and … Smelting Works’, from offset 104 on. */
const parted: Annotation = {
  ...buildAnnotation(2, 'Kangan … Smelting … Works', { kind: 'enterprise' }),
  fragments: [
    { start: 104, end: 110 },
    { start: 121, end: 129 },
    { start: 140, end: 145 },
  ],
};

const items = () => page.getByRole('listitem');

describe('the fragments of an annotation', () => {
  it('are listed in text order, each with its words', async () => {
    await show(<FragmentList annotation={parted} language="en" />);
    await expect.element(page.getByRole('list', { name: '3 fragments' })).toBeVisible();
    expect(
      items()
        .elements()
        .map((item) => item.lastElementChild?.textContent),
    ).toEqual(['Kangan', 'Smelting', 'Works']);
  });

  it('are not listed when there is only one', async () => {
    const { container } = await show(<FragmentList annotation={whole} language="en" />);
    expect(container.querySelector('ol')).toBeNull();
    expect(container.textContent).toBe('');
  });

  it('are shown and removed one by one', async () => {
    const onShow = vi.fn();
    const onRemove = vi.fn();
    await show(<FragmentList annotation={parted} language="en" {...{ onShow, onRemove }} />);
    await items().nth(1).getByRole('button', { name: 'Show fragment 2' }).click();
    await items().nth(2).getByRole('button', { name: 'Remove fragment 3' }).click();
    expect(onShow).toHaveBeenCalledExactlyOnceWith(1);
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('have no button for what the owner cannot do', async () => {
    await show(<FragmentList annotation={parted} language="en" />);
    await expect.element(items().first()).toBeVisible();
    expect(page.getByRole('button').elements()).toHaveLength(0);
  });

  it('are named in Korean too', async () => {
    await show(<FragmentList annotation={parted} language="en" onRemove={vi.fn()} />, {
      language: 'ko',
    });
    await expect.element(page.getByRole('list', { name: '말 조각 3개' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: '말 조각 1 빼기' })).toBeVisible();
  });

  it('keep their words on one line, however long', async () => {
    const long = 'met its plan for the quarter '.repeat(20);
    const wide: Annotation = {
      ...buildAnnotation(3, `${long} … Works`, { kind: 'claim', status: 'unknown' }),
      fragments: [
        { start: 0, end: long.length },
        { start: 900, end: 905 },
      ],
    };
    await show(<FragmentList annotation={wide} language="en" onRemove={vi.fn()} />);
    const [first, second] = items().elements();
    expect(first?.getBoundingClientRect().height).toBeLessThan(40);
    expect(second?.getBoundingClientRect().right).toBe(first?.getBoundingClientRect().right);
  });
});

describe('in the inspector', () => {
  function props(annotation: Annotation): InspectorPanelProps {
    return {
      article: buildArticle(1),
      annotation,
      names: [],
      proposal: null,
      inside: [],
      shortcuts: {},
      onEditAnnotation: vi.fn(),
      onEditArticle: vi.fn(),
      onAcceptProposal: vi.fn(),
      onDelete: vi.fn(),
      onRevealFragment: vi.fn(),
      onRemoveFragment: vi.fn(),
      onSelect: vi.fn(),
      onDeselect: vi.fn(),
      onCopy: vi.fn(),
    };
  }

  it('the fragments stand below the words of all, and tell whose they are', async () => {
    const given = props(parted);
    await show(<InspectorPanel {...given} />);
    await expect.element(page.getByRole('blockquote', { name: 'Words' })).toBeVisible();
    const quote = page.getByRole('blockquote', { name: 'Words' }).element();
    const list = page.getByRole('list', { name: '3 fragments' }).element();
    expect(quote.getBoundingClientRect().bottom).toBeLessThan(list.getBoundingClientRect().top);
    await page.getByRole('button', { name: 'Show fragment 1' }).click();
    await page.getByRole('button', { name: 'Remove fragment 2' }).click();
    expect(given.onRevealFragment).toHaveBeenCalledExactlyOnceWith(annotationId(2), 0);
    expect(given.onRemoveFragment).toHaveBeenCalledExactlyOnceWith(annotationId(2), 1);
  });

  it('an annotation of one fragment has no such list', async () => {
    await show(<InspectorPanel {...props(whole)} />);
    await expect.element(page.getByRole('blockquote', { name: 'Words' })).toBeVisible();
    expect(page.getByRole('button', { name: 'fragment' }).elements()).toHaveLength(0);
  });
});
