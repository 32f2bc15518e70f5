import { plantedCount } from '../documents/text';
import { planted } from '../documents/words';
import type { SubjectName } from '../results';
import type { BenchWindow } from '../run/bench-window';
import type { RowContext, RowGroup } from './row';
import { turnsOf } from './turns';

const many = plantedCount / 2;

/** 5,000 places of the same words tagged in one step, until drawn and counted; in the program also the search for them. */
export const taggingAll: RowGroup = {
  rows: ['tag-all-look', 'tag-all'],
  shapes: ['B', 'C'],
  needsOpen: true,
  measure: async (context) => {
    const { look, act } = await measureMany(context, {
      words: planted.fresh,
      by: many,
      key: { dateline: 't', baseline: 't' },
    });
    return { ...(look.length > 0 && { 'tag-all-look': look }), 'tag-all': act };
  },
};

/** 5,000 annotations of the same words deleted in one step, until gone and counted. */
export const deletingAll: RowGroup = {
  rows: ['delete-all'],
  shapes: ['B', 'C'],
  needsOpen: true,
  measure: async (context) => {
    const { act } = await measureMany(context, {
      words: planted.tagged,
      by: -many,
      key: { dateline: 'Shift+Delete', baseline: 'd' },
    });
    return { 'delete-all': act };
  },
};

interface ManyPlan {
  readonly words: string;
  /** By how much the number of annotations changes. */
  readonly by: number;
  readonly key: Readonly<Record<'dateline' | 'baseline', string>>;
}

async function measureMany(
  context: RowContext,
  { words, by, key }: ManyPlan,
): Promise<{ readonly look: readonly number[]; readonly act: readonly number[] }> {
  const { window, shape, subject } = context;
  const look: number[] = [];
  const act: number[] = [];
  const [{ annotations }] = shape.documents;
  const until = { is: annotations + by };
  for (const turn of turnsOf(context)) {
    await window.backToTop();
    let acting = key.baseline;
    if (isProgram(subject)) {
      const looked = await openDialog(window, { words, by, key: key.dateline });
      if (turn > 0) look.push(looked);
      acting = 'Enter';
      await window.rest();
    }
    const acted = await window.time({ event: 'keydown', eye: 'known', until }, () =>
      window.page.keyboard.press(acting),
    );
    if (turn > 0) act.push(acted);
    await window.rest();
    await window.focusText();
    await window.page.keyboard.press('Control+z');
    await window.sees({ eye: 'known', is: annotations });
    await window.rest();
  }
  return { look, act };
}

function isProgram(subject: SubjectName): boolean {
  return subject === 'dateline';
}

/** Selects the words, or the annotation over them, and opens the dialog; gives what it takes to offer all places. */
async function openDialog(
  window: BenchWindow,
  { words, by, key }: { readonly words: string; readonly by: number; readonly key: string },
): Promise<number> {
  await window.page.evaluate((wanted) => probe.selectText(wanted), words);
  await window.rest();
  if (by < 0) {
    // The key of an annotation at the caret that has just the words selected.
    await window.page.keyboard.press('ArrowLeft');
    await window.page.keyboard.press('o');
    await window.rest();
  }
  return window.time({ event: 'keydown', eye: 'offered', until: { is: Math.abs(by) } }, () =>
    window.page.keyboard.press(key),
  );
}
