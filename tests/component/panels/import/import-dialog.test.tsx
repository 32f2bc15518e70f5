import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type {
  ConflictRule,
  ImportConflict,
  ImportPlan,
} from '../../../../src/core/import/import-plan';
import {
  ImportDialog,
  type ImportDialogProps,
} from '../../../../src/renderer/panels/import/ImportDialog';
import type { ImportStage } from '../../../../src/renderer/workspace/actions/import/import-state';
import { buildAnnotation, buildArticle } from '../build';
import { focusOn, show } from '../show';

const mine = buildAnnotation(1, 'Kangan Mine', { kind: 'enterprise', name: 'KM' });
const tagged: ImportConflict = {
  key: mine.id,
  table: 'annotations',
  title: 'Article 1',
  mine,
  theirs: { ...mine, body: { kind: 'enterprise', name: 'Kangan' }, note: 'Seen twice.' },
};
const moved: ImportConflict = {
  key: 'ann_2',
  table: 'annotations',
  title: 'Article 1',
  mine: buildAnnotation(2, 'Ryul Works', { kind: 'enterprise' }),
  theirs: buildAnnotation(2, 'The Ryul Works', { kind: 'claim', status: 'planned' }),
};
const facts: ImportConflict = {
  key: 'art_1',
  table: 'articles',
  title: 'Article 1',
  mine: buildArticle(1, { status: 'done' }),
  theirs: buildArticle(1, { title: 'Another title' }),
  facts: ['title', 'status'],
};

function planWith(conflicts: readonly ImportConflict[], fresh = 0): ImportPlan {
  return {
    articles: { fresh: 0, same: 2, conflicting: 0 },
    annotations: { fresh, same: 1_234, conflicting: conflicts.length },
    newArticles: [],
    newAnnotations: Array.from({ length: fresh }, (_, index) =>
      buildAnnotation(index + 10, 'New words', { kind: 'date' }),
    ),
    conflicts,
  };
}

const keepMine: ConflictRule = { decision: 'mine', exceptions: new Map() };

function props(changes: Partial<ImportDialogProps> = {}): ImportDialogProps {
  return {
    open: true,
    fileName: 'export.json',
    stage: { kind: 'ready', seq: 0, plan: planWith([tagged, facts], 3) },
    waiting: 0,
    rule: keepMine,
    onRule: vi.fn(),
    onImport: vi.fn(),
    onCancel: vi.fn(),
    onHide: vi.fn(),
    onClose: vi.fn(),
    ...changes,
  };
}

/** The dialog with its decisions kept, as the window keeps them. */
function Deciding({
  plan,
  onRule,
}: {
  readonly plan: ImportPlan;
  onRule(rule: ConflictRule): void;
}) {
  const [rule, setRule] = useState(keepMine);
  return (
    <ImportDialog
      {...props({
        stage: { kind: 'ready', seq: 0, plan },
        rule,
        onRule: (next) => {
          onRule(next);
          setRule(next);
        },
      })}
    />
  );
}

const dialog = page.getByRole('dialog', { name: 'Import' });
const button = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true });
const row = (name: RegExp) => dialog.getByRole('option', { name });

describe('what is told before anything is imported', () => {
  it('counts new, same and different records', async () => {
    await show(<ImportDialog {...props()} />);
    await expect.element(dialog.getByText('From ‘export.json’')).toBeVisible();
    const cells = dialog
      .getByRole('row', { name: /^Annotations/ })
      .first()
      .getByRole('cell');
    expect(cells.elements().map(({ textContent }) => textContent)).toEqual(['3', '1,234', '2']);
  });

  it('imports with one press', async () => {
    const onImport = vi.fn();
    await show(<ImportDialog {...props({ onImport })} />);
    await expect.element(button('Import 3 annotations')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onImport).toHaveBeenCalledOnce();
  });

  it.each([
    { name: 'all of it is here', conflicts: [], why: 'All of it is here already.' },
    {
      name: 'all that differs is kept',
      conflicts: [tagged],
      why: 'By these decisions nothing would change.',
    },
  ])('says why nothing can be imported when $name', async ({ conflicts, why }) => {
    await show(
      <ImportDialog {...props({ stage: { kind: 'ready', seq: 0, plan: planWith(conflicts) } })} />,
    );
    await expect.element(dialog.getByText(why)).toBeVisible();
    await expect.element(button('Import')).toBeDisabled();
  });
});

describe('what differs', () => {
  it('is decided for all by one rule; what is one record is not kept twice', async () => {
    const onRule = vi.fn();
    await show(<Deciding plan={planWith([moved, tagged, facts])} onRule={onRule} />);
    await dialog
      .getByRole('group', { name: 'Where both differ' })
      .getByRole('radio', { name: 'Keep both' })
      .click();
    expect(onRule).toHaveBeenLastCalledWith({ decision: 'both', exceptions: new Map() });
    await expect.element(row(/^Ryul Works; Article 1; Keep both$/)).toBeInTheDocument();
    await expect.element(row(/^Kangan Mine; Article 1; Keep mine$/)).toBeInTheDocument();
    await expect.element(dialog.getByText(/are not kept twice/)).toBeVisible();
    await expect.element(row(/^Facts of ‘Article 1’; Article 1; Keep mine$/)).toBeInTheDocument();
    await expect.element(button('Import 1 annotation')).toBeEnabled();
  });

  it('offers to keep both only where that can be', async () => {
    await show(<Deciding plan={planWith([tagged, facts])} onRule={vi.fn()} />);
    await expect
      .element(dialog.getByRole('radio', { name: 'Take theirs' }).first())
      .toBeInTheDocument();
    await expect.element(dialog.getByRole('radio', { name: 'Keep both' })).not.toBeInTheDocument();
  });

  it('is decided one by one with the space bar, until the decision is that of the rule', async () => {
    const onRule = vi.fn();
    await show(<Deciding plan={planWith([moved, facts])} onRule={onRule} />);
    focusOn(dialog.getByRole('listbox', { name: 'What differs' }));
    for (const decision of ['Take theirs', 'Keep both']) {
      await userEvent.keyboard(' ');
      await expect
        .element(row(new RegExp(`^Ryul Works; Article 1; ${decision}, decided for this one$`)))
        .toBeInTheDocument();
    }
    await userEvent.keyboard(' ');
    expect(onRule).toHaveBeenLastCalledWith(keepMine);
    await userEvent.keyboard('{ArrowDown} ');
    expect(onRule).toHaveBeenLastCalledWith({
      decision: 'mine',
      exceptions: new Map([['art_1', 'theirs']]),
    });
    await expect.element(button('Import 1 article')).toBeEnabled();
  });

  it('is shown side by side, and decided there as well', async () => {
    const onRule = vi.fn();
    await show(<Deciding plan={planWith([facts, tagged])} onRule={onRule} />);
    await row(/^Kangan Mine/).click();
    const detail = dialog.getByRole('region', { name: 'Kangan Mine' });
    const lines = detail
      .getByRole('row')
      .elements()
      .map(({ children }) => [...children].map(({ textContent }) => textContent));
    expect(lines.slice(0, 3)).toEqual([
      ['', 'Mine', 'Theirs'],
      ['Name to go by', 'KM', 'Kangan'],
      ['Note', 'not set', 'Seen twice.'],
    ]);
    await detail.getByRole('radio', { name: 'Take theirs' }).click();
    expect(onRule).toHaveBeenLastCalledWith({
      decision: 'mine',
      exceptions: new Map([[mine.id, 'theirs']]),
    });
  });

  it('names every field in which two annotations differ', async () => {
    const day: Annotation = {
      ...buildAnnotation(3, '5 May', {
        kind: 'date',
        edtf: '2024-05-05',
        basis: { by: 'rule', rule: 'year' },
      }),
      provenance: { coder: '', origin: 'hand' },
    };
    const plan = planWith([
      {
        key: day.id,
        table: 'annotations',
        title: 'Article 1',
        mine: day,
        theirs: {
          ...day,
          fragments: [{ start: 1_000, end: 1_005 }],
          body: { kind: 'claim', status: 'planned' },
          provenance: { coder: 'Lee', origin: 'suggestion', rule: 'year' },
        },
      },
    ]);
    await show(<Deciding plan={plan} onRule={vi.fn()} />);
    const lines = dialog
      .getByRole('region', { name: '5 May' })
      .getByRole('row')
      .elements()
      .map(({ children }) => [...children].map(({ textContent }) => textContent));
    expect(lines.slice(1, -1)).toEqual([
      ['Words', expect.stringMatching(/^5 May \(/), '5 May (1,000–1,005)'],
      ['Kind', 'Date', 'Claim'],
      ['Status', 'not set', 'Planned'],
      ['Date value', '2024-05-05 · 5 May 2024', 'not set'],
      ['Value given', 'by rule: year', 'not set'],
      ['Coder', 'not set', 'Lee'],
      ['Tagged', 'by hand', 'from a suggestion'],
      ['Suggested by', 'not set', 'year'],
    ]);
  });

  it('a list of any length is quick', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      ...tagged,
      key: `ann_${index}`,
    }));
    await show(
      <ImportDialog {...props({ stage: { kind: 'ready', seq: 0, plan: planWith(many) } })} />,
    );
    await expect.element(row(/^Kangan Mine/).first()).toBeVisible();
    expect(dialog.getByRole('option').elements().length).toBeLessThan(40);
  });
});

describe('while it runs and when it is over', () => {
  const stages: readonly {
    readonly name: string;
    readonly stage: ImportStage;
    readonly says: string;
    readonly escape: 'onCancel' | 'onHide' | 'onClose';
  }[] = [
    {
      name: 'reading',
      stage: { kind: 'reading', done: 2_000, total: 100_000, since: 0 },
      says: '2,000 of 100,000 annotations checked against the text',
      escape: 'onCancel',
    },
    {
      name: 'comparing',
      stage: { kind: 'comparing', done: 1, total: 2, since: 0 },
      says: '1 of 2 annotations compared with what is here',
      escape: 'onCancel',
    },
    {
      name: 'applying',
      stage: { kind: 'applying', done: 1_000, total: 3_000, since: 0 },
      says: '1,000 of 3,000 annotations saved',
      escape: 'onHide',
    },
    {
      name: 'withdrawing',
      stage: { kind: 'withdrawing' },
      says: 'Taking back what was saved…',
      escape: 'onHide',
    },
    {
      name: 'done',
      stage: { kind: 'done', annotations: 1, articles: 2, leftOut: 1 },
      says: '1 annotation and 2 articles imported',
      escape: 'onClose',
    },
    {
      name: 'failed',
      stage: { kind: 'failed', error: { code: 'no-space', detail: '' }, isWithdrawn: true },
      says: 'Nothing was imported, and everything here is as it was.',
      escape: 'onClose',
    },
    {
      name: 'refused',
      stage: { kind: 'refused', refusal: { code: 'missing' } },
      says: 'The file is no longer there.',
      escape: 'onClose',
    },
  ];
  it.each(stages)('$name: says so, and Escape steps back', async ({ stage, says, escape }) => {
    const given = props({ stage });
    await show(<ImportDialog {...given} />);
    await expect.element(dialog.getByText(says)).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(given[escape]).toHaveBeenCalledOnce();
    for (const other of ['onCancel', 'onHide', 'onClose'] as const)
      if (other !== escape) expect(given[other]).not.toHaveBeenCalled();
  });

  it('the main action has the focus as soon as its stage begins', async () => {
    const reading = { kind: 'reading', done: 0, total: 0, since: 0 } as const;
    const { rerender } = await show(<ImportDialog {...props({ stage: reading })} />);
    await expect.element(dialog.getByText('Reading the file…')).toBeInTheDocument();
    for (const [stage, name] of [
      [props().stage, 'Import 3 annotations'],
      [{ kind: 'applying', done: 1, total: 3, since: 0 }, 'Go on tagging'],
      [{ kind: 'done', annotations: 3, articles: 0, leftOut: 0 }, 'Close'],
    ] as const) {
      await rerender(<ImportDialog {...props({ stage })} />);
      await expect.element(button(name).last()).toHaveFocus();
    }
  });

  it('applying can be stopped, and left to itself', async () => {
    const given = props({ stage: { kind: 'applying', done: 1, total: 9, since: 0 } });
    await show(<ImportDialog {...given} />);
    await button('Go on tagging').click();
    expect(given.onHide).toHaveBeenCalledOnce();
    await button('Cancel').click();
    expect(given.onCancel).toHaveBeenCalledOnce();
  });

  it('a refused file is told with the places of its faults, and how many there are', async () => {
    const place = '/articles/0/textHash';
    const fault = { place, code: 'text-hash-differs', message: 'The hash is not that.' } as const;
    const refusal = { code: 'damaged', faults: [fault], faultCount: 7 } as const;
    await show(<ImportDialog {...props({ stage: { kind: 'refused', refusal } })} />);
    for (const words of [
      place,
      'The text is not the one that was exported.',
      '7 faults',
      'and 6 more',
    ])
      await expect.element(dialog.getByText(words)).toBeVisible();
  });

  it('a file that is no JSON is told with its line', async () => {
    const fault = { place: '', code: 'malformed-json', message: 'Expected a value.' } as const;
    const refusal = {
      code: 'malformed',
      faults: [fault],
      faultCount: 1,
      line: 1_203,
      column: 7,
    } as const;
    await show(<ImportDialog {...props({ stage: { kind: 'refused', refusal } })} />);
    await expect.element(dialog.getByText('line 1,203, column 7')).toBeVisible();
  });

  it('speaks Korean', async () => {
    await show(<ImportDialog {...props()} />, { language: 'ko' });
    await expect.element(page.getByRole('button', { name: '주석 3개 가져오기' })).toBeVisible();
    await expect.element(page.getByText('내 것 유지').first()).toBeVisible();
  });
});
