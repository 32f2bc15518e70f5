import { ok, strictEqual } from 'node:assert/strict';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { type Layout, layOut } from '../../../src/core/text/layout';
import {
  moveByCluster,
  moveByParagraph,
  moveBySentence,
  moveByWord,
  moveToEnd,
  nearestPlace,
  wordAt,
} from '../../../src/core/text/motion';
import { trimSelection } from '../../../src/core/text/selection';
import { snapToWord } from '../../../src/core/text/snap';
import { contains, findSpanFault, type Span } from '../../../src/core/text/span';
import { narrow, stepsOf, widen } from '../../../src/core/text/structure';
import { someSpan, someText } from '../pieces';
import type { FuzzTarget } from '../target';

const motions = [moveByCluster, moveByWord, moveBySentence];

/** Words, phrases, sentences, paragraphs, blocks and the caret's motions: whole, nested, in order, and getting on. */
export const segmentsTarget: FuzzTarget = {
  name: 'segments',
  make(random) {
    const text = someText(random, 60);
    const offset = random.below(text.length + 1);
    const span = someSpan(random, text);
    return {
      input: JSON.stringify({ text, offset, span }),
      check() {
        const layout = layOut(text);
        checkLayout(text, layout);
        checkMotions(text, layout, offset);
        checkSteps(text, layout, offset);
        const selected = span && trimSelection(text, span);
        if (!span || !selected) return;
        checkSpan(text, selected);
        checkSteps(text, layout, span);
        const wider = widen(text, layout, selected);
        checkSpan(text, wider);
        const narrower = narrow(text, layout, wider, offset);
        ok(narrower === null || contains(wider, narrower), 'narrower, but not inside');
      },
    };
  },
};

function checkLayout(text: string, { paragraphs, blocks, sections }: Layout): void {
  let before = 0;
  for (const paragraph of paragraphs) {
    ok(paragraph.start >= before && paragraph.start < paragraph.end, 'paragraphs out of order');
    ok(!/[\n\v\f\r\u0085\u2028\u2029]/.test(text.slice(paragraph.start, paragraph.end)));
    before = paragraph.end;
  }
  const pieces = blocks.map(({ start, end }) => text.slice(start, end)).join('');
  strictEqual(pieces, paragraphs.map(({ start, end }) => text.slice(start, end)).join(''));
  strictEqual(sections.at(-1)?.endBlock ?? 0, blocks.length);
}

function checkMotions(text: string, layout: Layout, offset: number): void {
  const from = nearestPlace(text, layout, offset);
  strictEqual(from === null, layout.paragraphs.length === 0);
  if (from === null) return;
  strictEqual(nearestPlace(text, layout, from), from, 'a place is not its own nearest place');
  for (const direction of [1, -1] as const) {
    const end = moveToEnd(layout, direction);
    for (const move of motions) {
      const to = move(text, layout, from, direction);
      ok((to - from) * direction > 0 || to === end, `${move.name} ${direction} stays at ${from}`);
      strictEqual(nearestPlace(text, layout, to), to, `${move.name} leads to no place`);
    }
    moveByParagraph(layout, from, direction);
  }
  const word = wordAt(text, layout, from);
  if (word) checkSpan(text, word);
  for (const end of ['start', 'end'] as const) {
    const to = snapToWord(text, layout, from, end);
    ok(to >= 0 && to <= text.length, `snapped to ${to}`);
  }
}

function checkSteps(text: string, layout: Layout, place: Span | number): void {
  let inner: Span | null = null;
  for (const step of stepsOf(text, layout, place)) {
    checkSpan(text, step);
    ok(inner === null || contains(step, inner), 'a step does not hold the one before');
    ok(inner === null || step.end - step.start > inner.end - inner.start, 'a step is no larger');
    inner = step;
  }
}

function checkSpan(text: string, span: Span): void {
  strictEqual(findSpanFault(span, text), null);
  ok(isClusterBoundary(text, span.start) && isClusterBoundary(text, span.end), 'a cluster is cut');
}
