import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { Article } from '../../../../src/core/article';
import { ArticleFacts } from '../../../../src/renderer/panels/inspector/ArticleFacts';
import {
  InspectorPanel,
  type InspectorPanelProps,
} from '../../../../src/renderer/panels/inspector/InspectorPanel';
import { eventually } from '../../../support/eventually';
import { annotationId, buildAnnotation, buildArticle } from '../build';
import { show } from '../show';

const mine = buildAnnotation(
  1,
  'Musok Mining Complex',
  { kind: 'enterprise' },
  { note: 'seen twice' },
);
const steel = buildAnnotation(2, 'Hwangjin Steel', { kind: 'enterprise' });
const day = buildAnnotation(3, 'January 15, 2025', { kind: 'date' });
const claim = buildAnnotation(4, 'Musok Mining Complex raised output', {
  kind: 'claim',
  status: 'unknown',
});

function props(changes: Partial<InspectorPanelProps> = {}): InspectorPanelProps {
  return {
    article: buildArticle(1),
    annotation: mine,
    names: ['Hwangjin Iron and Steel Complex', 'Hwangjin Smeltery', 'Musok Mining Complex'],
    proposal: null,
    inside: [],
    shortcuts: { enterprise: '1', claim: '2', date: '3', acceptProposal: 'Enter', delete: 'Del' },
    onEditAnnotation: vi.fn(),
    onEditArticle: vi.fn(),
    onAcceptProposal: vi.fn(),
    onDelete: vi.fn(),
    onSelect: vi.fn(),
    onDeselect: vi.fn(),
    onCopy: vi.fn(),
    ...changes,
  };
}

const note = () => page.getByRole('textbox', { name: 'Note' });
const nameField = () => page.getByRole('combobox', { name: 'Name to go by' });
const dateField = () => page.getByRole('textbox', { name: 'Date value' });

describe('words that others have tagged as well', () => {
  it('show what each of them says, and lead there', async () => {
    const lee = buildAnnotation(
      5,
      'Musok Mining Complex',
      { kind: 'enterprise', name: 'Musok Mine' },
      { provenance: { coder: 'Lee', origin: 'hand' }, note: 'Another mine.' },
    );
    const nameless = buildAnnotation(
      6,
      'Musok Mining Complex',
      { kind: 'enterprise' },
      { provenance: { coder: '', origin: 'hand' } },
    );
    const onSelect = vi.fn();
    await show(<InspectorPanel {...props({ sharing: [lee, nameless], onSelect })} />);
    await expect.element(page.getByText('The same words, tagged by others')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'without a name' })).toBeVisible();
    await page.getByRole('button', { name: 'Lee Musok Mine Another mine.' }).click();
    expect(onSelect).toHaveBeenCalledWith(lee.id);
  });

  it('say nothing where nobody else has', async () => {
    await show(<InspectorPanel {...props()} />);
    await expect
      .element(page.getByText('The same words, tagged by others'))
      .not.toBeInTheDocument();
  });
});

describe('a note', () => {
  it.each([
    { how: 'leaving the field', typed: 'a new note', keys: '{Tab}', stored: 'a new note' },
    {
      how: 'Ctrl and Enter',
      typed: 'a new note',
      keys: '{Control>}{Enter}{/Control}',
      stored: 'a new note',
    },
    {
      how: 'leaving it with spaces round it',
      typed: '  a new note ',
      keys: '{Tab}',
      stored: 'a new note',
    },
    { how: 'leaving it emptied', typed: '', keys: '{Tab}', stored: '' },
    { how: 'leaving it as it was', typed: 'seen twice', keys: '{Tab}', stored: null },
    {
      how: 'leaving it with only spaces added',
      typed: 'seen twice  ',
      keys: '{Tab}',
      stored: null,
    },
    { how: 'Escape', typed: 'a new note', keys: '{Escape}{Tab}', stored: null },
  ])('by $how', async ({ typed, keys, stored }) => {
    const given = props();
    await show(<InspectorPanel {...given} />);
    await note().fill(typed);
    await userEvent.keyboard(keys);
    if (stored === null) {
      expect(given.onEditAnnotation).not.toHaveBeenCalled();
      await expect.element(note()).toHaveValue('seen twice');
    } else {
      expect(given.onEditAnnotation).toHaveBeenCalledTimes(1);
      expect(given.onEditAnnotation).toHaveBeenCalledWith(mine.id, { field: 'note', note: stored });
    }
  });

  it('takes new lines with Enter', async () => {
    const given = props();
    await show(<InspectorPanel {...given} />);
    await note().fill('first');
    await userEvent.keyboard('{Enter}second{Tab}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(mine.id, {
      field: 'note',
      note: 'first\nsecond',
    });
  });

  it('keeps what is being typed when the record comes anew', async () => {
    const given = props();
    const shown = await show(<InspectorPanel {...given} />);
    await note().fill('half a sen');
    await shown.rerender(
      <InspectorPanel
        {...given}
        annotation={{ ...mine, note: 'from elsewhere', updatedAt: '2026-11-22T11:00:00.000Z' }}
      />,
    );
    await expect.element(note()).toHaveValue('half a sen');
    await expect.element(note()).toHaveFocus();
    await userEvent.keyboard('tence{Tab}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(mine.id, {
      field: 'note',
      note: 'half a sentence',
    });
  });

  it('shows a value from elsewhere while nothing is typed, and an undone value after one was stored', async () => {
    const given = props();
    const shown = await show(<InspectorPanel {...given} />);
    await note().fill('second thoughts');
    await userEvent.keyboard('{Tab}');
    await expect.element(note()).toHaveValue('second thoughts');
    await shown.rerender(
      <InspectorPanel {...given} annotation={{ ...mine, note: 'second thoughts' }} />,
    );
    await expect.element(note()).toHaveValue('second thoughts');
    await shown.rerender(<InspectorPanel {...given} annotation={mine} />);
    await expect.element(note()).toHaveValue('seen twice');
  });
});

describe('selecting another annotation while a field is being typed in', () => {
  it.each([
    {
      field: 'note',
      type: () => note().fill('for the mine'),
      edit: { field: 'note', note: 'for the mine' },
    },
    {
      field: 'name',
      type: () => nameField().fill('Musok Mine'),
      edit: { field: 'body', fields: { kind: 'enterprise', name: 'Musok Mine' } },
    },
  ])('stores the $field for the one it was typed for', async ({ type, edit }) => {
    const given = props();
    const shown = await show(<InspectorPanel {...given} />);
    await type();
    await shown.rerender(<InspectorPanel {...given} annotation={steel} />);
    await eventually(() => {
      expect(given.onEditAnnotation).toHaveBeenCalledTimes(1);
    });
    expect(given.onEditAnnotation).toHaveBeenCalledWith(mine.id, edit);
    await expect.element(note()).toHaveValue('');
  });

  it('stores nothing when nothing was typed', async () => {
    const given = props();
    const shown = await show(<InspectorPanel {...given} />);
    await shown.rerender(<InspectorPanel {...given} annotation={steel} />);
    await shown.rerender(<InspectorPanel {...given} annotation={null} />);
    expect(given.onEditAnnotation).not.toHaveBeenCalled();
  });
});

describe('the name of an enterprise', () => {
  it('offers names already used, and stores the one chosen with the keys', async () => {
    const given = props({ annotation: steel });
    await show(<InspectorPanel {...given} />);
    await nameField().fill('hwang');
    await expect.element(page.getByRole('option', { name: 'Hwangjin Smeltery' })).toBeVisible();
    expect(page.getByRole('option').elements()).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(given.onEditAnnotation).toHaveBeenCalledTimes(1);
    expect(given.onEditAnnotation).toHaveBeenCalledWith(steel.id, {
      field: 'body',
      fields: { kind: 'enterprise', name: 'Hwangjin Iron and Steel Complex' },
    });
  });

  it('stores the one clicked', async () => {
    const given = props({ annotation: steel });
    await show(<InspectorPanel {...given} />);
    await nameField().fill('smel');
    await page.getByRole('option', { name: 'Hwangjin Smeltery' }).click();
    await eventually(() => {
      expect(given.onEditAnnotation).toHaveBeenCalledWith(steel.id, {
        field: 'body',
        fields: { kind: 'enterprise', name: 'Hwangjin Smeltery' },
      });
    });
    expect(given.onEditAnnotation).toHaveBeenCalledTimes(1);
  });

  it('takes a name of its own with Enter', async () => {
    const given = props({ annotation: steel });
    await show(<InspectorPanel {...given} />);
    await nameField().fill('Hwangjin  Works');
    await userEvent.keyboard('{Enter}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(steel.id, {
      field: 'body',
      fields: { kind: 'enterprise', name: 'Hwangjin Works' },
    });
  });

  it('closes the list on the first Escape, and goes back on the second', async () => {
    const given = props({ annotation: steel });
    await show(<InspectorPanel {...given} />);
    await nameField().fill('hwang');
    await expect.element(page.getByRole('option', { name: 'Hwangjin Smeltery' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await expect.element(nameField()).toHaveValue('hwang');
    await userEvent.keyboard('{Escape}');
    await expect.element(nameField()).toHaveValue('');
    await userEvent.keyboard('{Tab}');
    expect(given.onEditAnnotation).not.toHaveBeenCalled();
  });

  it('shows the words themselves while there is no other name', async () => {
    await show(<InspectorPanel {...props({ annotation: steel })} />);
    await expect.element(nameField()).toHaveAttribute('placeholder', 'Hwangjin Steel');
  });
});

describe('the value of a date', () => {
  it.each([
    { typed: '2025-01-15', reading: '15 January 2025' },
    { typed: '2025-01', reading: 'January 2025' },
    { typed: '2024~', reading: 'about 2024' },
    { typed: '2024-1X', reading: 'October, November or December 2024' },
    { typed: '2024-01/2024-06', reading: 'January 2024 to June 2024' },
    { typed: '2024-01/..', reading: 'January 2024 and on' },
  ])('$typed reads $reading and is stored', async ({ typed, reading }) => {
    const given = props({ annotation: day });
    await show(<InspectorPanel {...given} />);
    await dateField().fill(typed);
    await expect.element(page.getByText(reading, { exact: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(day.id, {
      field: 'body',
      fields: { kind: 'date', edtf: typed, basis: { by: 'hand' } },
    });
  });

  it.each([
    { typed: '2025-01-02 / 2025-01-05', edtf: '2025-01-02/2025-01-05' },
    { typed: '2025–1–5', edtf: '2025-01-05' },
  ])('$typed is stored in its standard form', async ({ typed, edtf }) => {
    const given = props({ annotation: day });
    await show(<InspectorPanel {...given} />);
    await dateField().fill(typed);
    await userEvent.keyboard('{Enter}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(day.id, {
      field: 'body',
      fields: { kind: 'date', edtf, basis: { by: 'hand' } },
    });
  });

  it.each([
    { typed: '2025-13', message: /There is no month 13/ },
    { typed: '2025-02-30', message: /Month 02 of that year has no day 30/ },
    { typed: 'January', message: /‘January’ does not read as a date/ },
    { typed: '2025-01/2024', message: /ends before it starts/ },
  ])('$typed is not stored, and says why', async ({ typed, message }) => {
    const given = props({ annotation: day });
    await show(<InspectorPanel {...given} />);
    await dateField().fill(typed);
    await expect.element(page.getByText(message)).toBeVisible();
    await expect.element(dateField()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Tab}');
    expect(given.onEditAnnotation).not.toHaveBeenCalled();
    await expect.element(dateField()).toHaveValue(typed);
  });

  it('that is not finished is there again when its annotation is', async () => {
    const given = props({ annotation: day });
    const shown = await show(<InspectorPanel {...given} />);
    await dateField().fill('2025-0');
    await shown.rerender(<InspectorPanel {...given} annotation={steel} />);
    await expect.element(nameField()).toBeVisible();
    await shown.rerender(<InspectorPanel {...given} annotation={day} />);
    await expect.element(dateField()).toHaveValue('2025-0');
    expect(given.onEditAnnotation).not.toHaveBeenCalled();
  });

  it('that is not finished gives way to a proposal accepted in its stead', async () => {
    const given = props({ annotation: day });
    const shown = await show(<InspectorPanel {...given} />);
    await dateField().fill('2025-0');
    await userEvent.keyboard('{Tab}');
    const accepted: Annotation = { ...day, body: { kind: 'date', edtf: '2025-01-15' } };
    await shown.rerender(<InspectorPanel {...given} annotation={accepted} />);
    await expect.element(dateField()).toHaveValue('2025-01-15');
    await shown.rerender(<InspectorPanel {...given} annotation={steel} />);
    await shown.rerender(<InspectorPanel {...given} annotation={accepted} />);
    await expect.element(dateField()).toHaveValue('2025-01-15');
    expect(given.onEditAnnotation).not.toHaveBeenCalled();
  });

  it('is proposed with its rule, and accepted with the button', async () => {
    const given = props({
      annotation: day,
      proposal: { edtf: '2025-01-15', rule: 'month-day-year' },
    });
    await show(<InspectorPanel {...given} />);
    await expect.element(page.getByText('Proposed 2025-01-15 · month, day and year')).toBeVisible();
    await page.getByRole('button', { name: 'Accept' }).click();
    expect(given.onAcceptProposal).toHaveBeenCalledWith(day.id);
  });

  it('is no longer proposed once it is the value', async () => {
    await show(
      <InspectorPanel
        {...props({
          annotation: { ...day, body: { kind: 'date', edtf: '2025-01-15' } },
          proposal: { edtf: '2025-01-15', rule: 'month-day-year' },
        })}
      />,
    );
    await expect.element(page.getByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
  });

  it('warns of a Juche year that disagrees with its pair', async () => {
    const odd = buildAnnotation(5, 'Juche 114 (2024)', { kind: 'date' });
    await show(<InspectorPanel {...props({ annotation: odd })} />);
    await expect.element(page.getByText(/Juche 114 is 2025, but the words say 2024/)).toBeVisible();
  });
});

describe('a claim', () => {
  it('stores its status, and leads to the enterprises and dates inside it', async () => {
    const given = props({ annotation: claim, inside: [mine, day] });
    await show(<InspectorPanel {...given} />, { height: 900 });
    await page.getByRole('radio', { name: 'Completed' }).click();
    expect(given.onEditAnnotation).toHaveBeenCalledWith(claim.id, {
      field: 'body',
      fields: { kind: 'claim', status: 'completed' },
    });
    await page.getByRole('button', { name: 'Musok Mining Complex' }).click();
    await page.getByRole('button', { name: 'January 15, 2025' }).click();
    expect(given.onSelect).toHaveBeenNthCalledWith(1, mine.id);
    expect(given.onSelect).toHaveBeenNthCalledWith(2, day.id);
  });
});

/** The inspector with a button that asks for the value's field, and one that selects another annotation. */
function Asked() {
  const [request, setRequest] = useState<InspectorPanelProps['request']>(null);
  const [annotation, setAnnotation] = useState<Annotation>(mine);
  return (
    <>
      <button
        type="button"
        onClick={() => setRequest({ field: 'value', annotationId: annotation.id })}
      >
        value
      </button>
      <button type="button" onClick={() => setAnnotation(steel)}>
        next
      </button>
      <InspectorPanel {...props({ annotation, request: request ?? null })} />
    </>
  );
}

/** The inspector of an annotation that is asked for before it is drawn, as a quick key does. */
function AskedEarly() {
  const [isDrawn, setIsDrawn] = useState(false);
  const [request] = useState({ field: 'value', annotationId: mine.id } as const);
  return (
    <>
      <button type="button" onClick={() => setIsDrawn(true)}>
        draw
      </button>
      <InspectorPanel {...props({ annotation: isDrawn ? mine : null, request })} />
    </>
  );
}

describe('the form', () => {
  it('changes the kind with the arrow keys of its radio buttons', async () => {
    const given = props();
    await show(<InspectorPanel {...given} />);
    await page.getByRole('radio', { name: 'Enterprise' }).click();
    await userEvent.keyboard('{ArrowRight}');
    expect(given.onEditAnnotation).toHaveBeenCalledWith(mine.id, { field: 'kind', kind: 'claim' });
  });

  it('puts the focus where it is asked to, and only for the annotation it is asked for', async () => {
    await show(<Asked />);
    await page.getByRole('button', { name: 'value' }).click();
    await expect.element(nameField()).toHaveFocus();
    await page.getByRole('button', { name: 'next' }).click();
    await expect.element(page.getByText('Hwangjin Steel').first()).toBeVisible();
    await expect.element(nameField()).not.toHaveFocus();
  });

  it('puts the focus where it was asked to before the annotation was drawn', async () => {
    await show(<AskedEarly />);
    await page.getByRole('button', { name: 'draw' }).click();
    await expect.element(nameField()).toHaveFocus();
  });

  it('deletes, and goes back to the article', async () => {
    const given = props();
    await show(<InspectorPanel {...given} />);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Back to the article' }).click();
    expect(given.onDelete).toHaveBeenCalledWith(annotationId(1));
    expect(given.onDeselect).toHaveBeenCalledTimes(1);
  });
});

describe('the facts of an article', () => {
  it.each([
    { label: 'Outlet', typed: 'KCNA', edit: { field: 'outlet', value: 'KCNA' } },
    { label: 'Published', typed: '2025-02-01', edit: { field: 'published', date: '2025-02-01' } },
    { label: 'Published', typed: '', edit: { field: 'published', date: null } },
    { label: 'Title', typed: 'Another title', edit: { field: 'title', title: 'Another title' } },
    { label: 'Title', typed: '', edit: null },
    { label: 'Published', typed: '15 January', edit: null },
  ])('$label: ‘$typed’', async ({ label, typed, edit }) => {
    const given = props({ annotation: null });
    await show(<InspectorPanel {...given} />);
    await page.getByRole('textbox', { name: label }).fill(typed);
    await userEvent.keyboard('{Enter}');
    if (edit) expect(given.onEditArticle).toHaveBeenCalledWith(buildArticle(1).id, edit);
    else expect(given.onEditArticle).not.toHaveBeenCalled();
  });

  it('says how the day is known, and chooses a language', async () => {
    const given = props({ annotation: null });
    await show(<InspectorPanel {...given} />);
    await expect.element(page.getByText('15 January 2025, from the header')).toBeVisible();
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('Korean');
    expect(given.onEditArticle).toHaveBeenCalledWith(buildArticle(1).id, {
      field: 'language',
      value: 'ko',
    });
  });
});

const noCounts = { enterprise: 0, claim: 0, date: 0 };

describe('how far the work on an article is', () => {
  const status = (name: string) => page.getByRole('radio', { name, exact: true });

  it.each([
    { set: undefined, counts: noCounts, shown: 'New', chosen: 'In work', stored: 'in-work' },
    { set: undefined, counts: noCounts, shown: 'New', chosen: 'Done', stored: 'done' },
    { set: 'in-work', counts: noCounts, shown: 'In work', chosen: 'New', stored: 'new' },
    {
      set: 'done',
      counts: { ...noCounts, date: 1 },
      shown: 'Done',
      chosen: 'In work',
      stored: 'in-work',
    },
    {
      set: undefined,
      counts: { ...noCounts, claim: 1 },
      shown: 'In work',
      chosen: 'Done',
      stored: 'done',
    },
  ] as const)('$shown, and then $chosen', async ({ set, counts, shown, chosen, stored }) => {
    const onEdit = vi.fn();
    const article = buildArticle(1, set && { status: set });
    await show(<ArticleFacts article={article} counts={counts} onEdit={onEdit} onCopy={vi.fn()} />);
    await expect.element(status(shown)).toBeChecked();
    await status(chosen).click();
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ field: 'status', status: stored });
  });

  it('cannot be new while something is tagged', async () => {
    const counts = { ...noCounts, enterprise: 1 };
    const facts = (now: typeof noCounts) => (
      <ArticleFacts article={buildArticle(1)} counts={now} onEdit={vi.fn()} onCopy={vi.fn()} />
    );
    const rendered = await show(facts(counts));
    expect(page.getByRole('radio').elements()).toHaveLength(2);
    await expect.element(status('New')).not.toBeInTheDocument();
    await rendered.rerender(facts(noCounts));
    await expect.element(status('New')).toBeChecked();
  });
});

describe('what has read the file of an article', () => {
  const { source } = buildArticle(1);
  const extractor = { name: 'html', version: 2 };
  const read = buildArticle(1, { source: { ...source, mediaType: 'text/html', extractor } });
  const facts = (article: Article) => (
    <ArticleFacts article={article} onEdit={vi.fn()} onCopy={vi.fn()} />
  );

  it.each([
    { language: 'en', words: 'Version 2 of the HTML reader' },
    { language: 'ko', words: 'HTML 추출기, 버전 2' },
  ] as const)('is told: $words', async ({ language, words }) => {
    await show(facts(read), { language });
    const told = page.getByText(words);
    await expect.element(told).toBeVisible();
    await expect.element(told).toHaveAttribute('title', 'html 2');
  });

  it('is left out where it is not known', async () => {
    await show(facts(buildArticle(1)));
    await expect.element(page.getByText('Encoding')).toBeVisible();
    await expect.element(page.getByText('Read by')).not.toBeInTheDocument();
  });
});

describe('the note on an article', () => {
  const articleNote = () => page.getByRole('textbox', { name: 'Note on the article' });

  it.each([
    { how: 'written', before: undefined, typed: 'first{Enter}second', stored: 'first\nsecond' },
    { how: 'emptied', before: 'seen', typed: '', stored: '' },
    { how: 'left as it was', before: 'seen', typed: 'seen ', stored: null },
  ])('$how', async ({ before, typed, stored }) => {
    const facts = before === undefined ? {} : { note: before };
    const given = props({ annotation: null, article: buildArticle(1, facts) });
    await show(<InspectorPanel {...given} />);
    await articleNote().clear();
    await userEvent.keyboard(`${typed}{Tab}`);
    if (stored === null) expect(given.onEditArticle).not.toHaveBeenCalled();
    else
      expect(given.onEditArticle).toHaveBeenCalledExactlyOnceWith(buildArticle(1).id, {
        field: 'note',
        note: stored,
      });
  });
});
