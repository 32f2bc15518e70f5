import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { FragmentEnd } from '../../../src/core/annotation/annotation';
import { annotationOf } from '../../support/builders';
import { endOf, type MountedReader, middleOf, mountReader } from './mount-reader';
import { mouse } from './mouse';
import { nextFrames } from './page';
import { longText } from './texts';

const text = 'The Kangan Steel Works met its plan. The mine sent all of its ore to the works.';
const steel = annotationOf(text, 'Steel');
const held = { fragments: steel.fragments, active: null };

beforeEach(async () => {
  await page.viewport(900, 700);
  document.getSelection()?.removeAllRanges();
});

function knob({ host }: MountedReader, end: 'start' | 'end'): DOMRect {
  const element = host.querySelector(`[data-fragment="0"][data-end="${end}"]`);
  if (!element) throw new Error(`no handle at the ${end}`);
  return element.getBoundingClientRect();
}

/** A reader whose handles tell what is done with them. */
async function mountWithHandles(given: { readonly text?: string } = {}) {
  const told: (FragmentEnd | number | string)[] = [];
  const mounted = await mountReader(given.text ?? text, [steel], {
    held,
    ends: {
      onTake: (end) => told.push(end),
      onMove: (offset, exact) => {
        if (told.at(-1) !== offset) told.push(offset);
        if (exact) told.push('exact');
      },
      onDrop: () => told.push('dropped'),
      onLeave: () => told.push('left'),
    },
  });
  return { mounted, told };
}

describe('the handles', () => {
  it('stand at both ends of the words', async () => {
    const { mounted } = await mountWithHandles();
    const box = mounted.boxOf('Steel');
    expect(middleOf(knob(mounted, 'start')).x).toBeCloseTo(box.left, -0.5);
    expect(middleOf(knob(mounted, 'end')).x).toBeCloseTo(box.right, -0.5);
  });

  it('leave the letters under them to clicks', async () => {
    const { mounted, told } = await mountWithHandles();
    const box = mounted.boxOf('Steel');
    await mouse.click({ x: box.left + 2, y: box.top + box.height / 2 });
    await nextFrames();
    expect(mounted.reports.places).toEqual([text.indexOf('Steel')]);
    expect(told).toEqual([]);
  });

  it('go when no ends are held', async () => {
    const { mounted } = await mountWithHandles();
    await mounted.change({ held: null });
    expect(mounted.host.querySelectorAll('[data-end]')).toHaveLength(0);
  });
});

describe('dragging a handle', () => {
  it('tells where it is, and that it was let go', async () => {
    const { mounted, told } = await mountWithHandles();
    await mouse.drag(middleOf(knob(mounted, 'end')), endOf(mounted.boxOf('Works')));
    await nextFrames();
    expect(told[0]).toEqual({ fragment: 0, end: 'end' });
    expect(told.at(-2)).toBe(text.indexOf('Works') + 5);
    expect(told.at(-1)).toBe('dropped');
  });

  it('selects no words and is no click', async () => {
    const { mounted } = await mountWithHandles();
    await mouse.drag(middleOf(knob(mounted, 'end')), endOf(mounted.boxOf('plan')));
    await nextFrames();
    expect(mounted.reports.selected.filter(Boolean)).toEqual([]);
    expect(mounted.reports.places).toEqual([]);
  });

  it('is given up by Escape', async () => {
    const { mounted, told } = await mountWithHandles();
    await mouse.press(middleOf(knob(mounted, 'start')));
    await mouse.move(middleOf(mounted.boxOf('Kangan')), true);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await mouse.release(middleOf(mounted.boxOf('Kangan')));
    expect(told.at(-1)).toBe('left');
  });

  it('scrolls at the edge of the view', async () => {
    const whole = `${text}\n${longText(30_000)}`;
    const { mounted } = await mountWithHandles({ text: whole });
    const view = mounted.scroller.getBoundingClientRect();
    await mouse.press(middleOf(knob(mounted, 'end')));
    await mouse.move({ x: view.left + 200, y: view.bottom - 10 }, true);
    await nextFrames(20);
    expect(mounted.scroller.scrollTop).toBeGreaterThan(60);
    await mouse.release({ x: view.left + 200, y: view.bottom - 10 });
  });
});
