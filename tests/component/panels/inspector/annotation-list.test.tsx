import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  type Annotation,
  type AnnotationBody,
  annotationKinds,
} from '../../../../src/core/annotation/annotation';
import type { AnnotationId } from '../../../../src/core/ids';
import {
  AnnotationList,
  type AnnotationListProps,
} from '../../../../src/renderer/panels/inspector/AnnotationList';
import { eventually } from '../../../support/eventually';
import { annotationId, buildAnnotation } from '../build';
import { focusOn, show } from '../show';

const bodies: readonly AnnotationBody[] = [
  { kind: 'enterprise' },
  { kind: 'claim', status: 'completed' },
  { kind: 'date', edtf: '2025-01-15' },
];
const many = Array.from({ length: 5_000 }, (_, number) =>
  buildAnnotation(number, `words ${number}`, bodies[number % 3] ?? { kind: 'enterprise' }),
);

function props(changes: Partial<AnnotationListProps> = {}): AnnotationListProps {
  return {
    annotations: many,
    revision: 1,
    counts: { enterprise: 1_667, claim: 1_667, date: 1_666 },
    paragraphOf: (annotation) => Math.floor(annotation.fragments[0].start / 1_000) + 1,
    shown: annotationKinds,
    onShown: vi.fn(),
    selectedId: null,
    annotationOf: (id) => many.find((annotation) => annotation.id === id),
    onSelect: vi.fn(),
    ...changes,
  };
}

/** The list with its selection kept, as the workspace keeps it. */
function Selecting({ from, seen }: { readonly from: number; readonly seen: AnnotationId[] }) {
  const [selectedId, setSelectedId] = useState(annotationId(from));
  return (
    <AnnotationList
      {...props({
        selectedId,
        onSelect: (id) => {
          seen.push(id);
          setSelectedId(id);
        },
      })}
    />
  );
}

const list = () => page.getByRole('listbox', { name: 'Annotations in reading order' });
const selected = () => page.getByRole('option', { selected: true });

function isInSight(element: Element): boolean {
  const box = list().element().getBoundingClientRect();
  const row = element.getBoundingClientRect();
  return row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
}

describe('the keys', () => {
  it.each([
    { key: '{ArrowDown}', from: 10, to: 11 },
    { key: '{ArrowUp}', from: 10, to: 9 },
    { key: '{Home}', from: 10, to: 0 },
    { key: '{End}', from: 10, to: 4_999 },
    { key: '{ArrowDown}{ArrowDown}{ArrowUp}', from: 0, to: 1 },
  ])('$key from row $from selects row $to, and it is in sight', async ({ key, from, to }) => {
    const seen: AnnotationId[] = [];
    await show(<Selecting from={from} seen={seen} />);
    focusOn(list());
    await userEvent.keyboard(key);
    expect(seen.at(-1)).toBe(annotationId(to));
    await expect.element(selected()).toHaveAttribute('aria-posinset', String(to + 1));
    await eventually(() => expect(isInSight(selected().element())).toBe(true));
    expect(list().element().getAttribute('aria-activedescendant')).toBe(selected().element().id);
  });

  it.each([
    { key: '{PageDown}', way: 1 },
    { key: '{PageUp}', way: -1 },
  ])('$key passes as many rows as are in sight', async ({ key, way }) => {
    const seen: AnnotationId[] = [];
    await show(<Selecting from={100} seen={seen} />);
    focusOn(list());
    await userEvent.keyboard(key);
    const passed = (Number(seen.at(-1)?.slice('ann_'.length)) - 100) * way;
    expect(passed).toBeGreaterThanOrEqual(8);
    expect(passed).toBeLessThanOrEqual(20);
  });
});

describe('the rows', () => {
  it('exist only near what is in sight, and say how many there are', async () => {
    await show(<AnnotationList {...props()} />);
    await expect.element(page.getByText('words 0', { exact: true })).toBeVisible();
    const rows = page.getByRole('option').elements();
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('5000');
  });

  it('follow a selection made elsewhere', async () => {
    const shown = await show(<AnnotationList {...props({ selectedId: annotationId(3) })} />);
    await shown.rerender(<AnnotationList {...props({ selectedId: annotationId(4_321) })} />);
    await expect.element(page.getByText('words 4321', { exact: true })).toBeVisible();
    await eventually(() => expect(isInSight(selected().element())).toBe(true));
  });

  it('say kind, words, paragraph and value', async () => {
    await show(<AnnotationList {...props()} />);
    await expect
      .element(page.getByRole('option', { name: 'Date: words 2, paragraph 1, 15 January 2025' }))
      .toBeVisible();
  });

  it('tells of whom a row is where several say something of the same words', async () => {
    const [mine] = many;
    if (!mine) throw new Error('no annotations');
    const theirs = {
      ...mine,
      id: annotationId(9_000),
      provenance: { ...mine.provenance, coder: '' },
    };
    const isShared = ({ fragments: [{ start }] }: Annotation): boolean => start === 0;
    await show(
      <AnnotationList {...props({ annotations: [mine, theirs, ...many.slice(1, 9)], isShared })} />,
    );
    await expect
      .element(page.getByRole('option', { name: /words 0, .*, A\. Coder$/ }))
      .toBeVisible();
    await expect
      .element(page.getByRole('option', { name: /words 0, .*, without a name$/ }))
      .toBeVisible();
    await expect
      .element(page.getByRole('option', { name: /words 1,/ }))
      .not.toHaveTextContent('Coder');
  });

  it('are those of the array as it is now', async () => {
    const changing = many.slice(0, 3);
    const shown = await show(<AnnotationList {...props({ annotations: changing })} />);
    changing.splice(1, 1);
    await shown.rerender(<AnnotationList {...props({ annotations: changing, revision: 2 })} />);
    await expect.element(page.getByText('words 1', { exact: true })).not.toBeInTheDocument();
    expect(page.getByRole('option').elements()).toHaveLength(2);
  });
});

describe('the kinds', () => {
  it('are shown and hidden with their counts', async () => {
    const given = props();
    const shown = await show(<AnnotationList {...given} />);
    await page.getByRole('button', { name: '1,667 claims' }).click();
    expect(given.onShown).toHaveBeenCalledWith(['enterprise', 'date']);
    await shown.rerender(<AnnotationList {...given} shown={['date']} />);
    const names = page.getByRole('option').elements();
    expect(names.every((row) => row.getAttribute('aria-label')?.startsWith('Date'))).toBe(true);
  });

  it('that are all hidden can be shown again', async () => {
    const given = props({ shown: [] });
    await show(<AnnotationList {...given} />);
    await page.getByRole('button', { name: 'Show all kinds' }).click();
    expect(given.onShown).toHaveBeenCalledWith(annotationKinds);
  });
});

it('says how to tag while nothing is tagged', async () => {
  await show(<AnnotationList {...props({ annotations: [] })} />);
  await expect.element(page.getByText(/press 1 for enterprise/)).toBeVisible();
});
