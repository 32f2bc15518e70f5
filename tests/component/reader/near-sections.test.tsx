import { afterEach, describe, expect, it } from 'vitest';
import { NearSections } from '../../../src/renderer/reader/near-sections';
import { writeWhenIdle } from '../../../src/renderer/reader/write-when-idle';
import { type MountedSurface, mountUnwritten, nextFrames, nextIdle, unmountSurfaces } from './page';
import { longText } from './texts';

const text = longText(200_000);
const watching: NearSections[] = [];

afterEach(() => {
  for (const near of watching.splice(0)) near.dispose();
  unmountSurfaces();
});

/** A long text, none of it written, watched from the first frame on. */
function watch(): MountedSurface & { readonly near: NearSections } {
  const mounted = mountUnwritten(text);
  const near = new NearSections(mounted.surface, mounted.scroller);
  watching.push(near);
  return { ...mounted, near };
}

/** The sections that reach into the viewport or half its height beyond, as they are laid out. */
function sectionsAround({ surface, scroller }: MountedSurface): readonly number[] {
  const view = scroller.getBoundingClientRect();
  const reach = view.height / 2;
  return surface.sections.flatMap((section, index) => {
    const { top, bottom } = section.getBoundingClientRect();
    return bottom > view.top - reach && top < view.bottom + reach ? index : [];
  });
}

function writtenIn({ surface }: MountedSurface): readonly number[] {
  return surface.sections.flatMap((section, index) => (section.hasChildNodes() ? index : []));
}

describe('the sections near the viewport', () => {
  it('are known, and written, before the first frame when they are looked for', () => {
    const { near, ...mounted } = watch();
    expect(near.near.size).toBe(0);
    expect(writtenIn(mounted)).toEqual([]);
    near.look();
    expect([...near.near]).toEqual(sectionsAround(mounted));
    expect(writtenIn(mounted)).toEqual([...near.near]);
    expect(near.near.size).toBeLessThan(6);
  });

  it('are known after a frame when nobody looks', async () => {
    const { near, ...mounted } = watch();
    await nextFrames();
    expect(near.near.size).toBeGreaterThan(0);
    expect([...near.near]).toEqual(sectionsAround(mounted));
  });

  it.each([
    { name: 'a little further down', top: 900 },
    { name: 'far down', top: 60_000 },
    { name: 'at the end', top: 1_000_000 },
  ])('are others when the text has been scrolled $name', async ({ top }) => {
    const { near, ...mounted } = watch();
    await nextFrames();
    mounted.scroller.scrollTop = top;
    await nextFrames(6);
    expect([...near.near].toSorted((a, b) => a - b)).toEqual(sectionsAround(mounted));
    for (const section of near.near) expect(writtenIn(mounted)).toContain(section);
  });

  it('are more in a higher window', async () => {
    const { near, ...mounted } = watch();
    await nextFrames();
    const before = near.near.size;
    mounted.scroller.style.height = '3000px';
    await nextFrames(6);
    expect(near.near.size).toBeGreaterThan(before);
    expect([...near.near]).toEqual(sectionsAround(mounted));
  });

  it('are told to those who follow: what comes, what leaves, and at first what is there', async () => {
    const { near, scroller } = watch();
    near.look();
    const told: string[] = [];
    const stop = near.follow({
      onNear: (section) => told.push(`near ${section}`),
      onFar: (section) => told.push(`far ${section}`),
    });
    const first = [...near.near];
    expect(told).toEqual(first.map((section) => `near ${section}`));
    told.length = 0;
    scroller.scrollTop = 30_000;
    await nextFrames();
    expect(told.filter((one) => one.startsWith('far'))).toEqual(
      first.map((section) => `far ${section}`),
    );
    expect(told.some((one) => one.startsWith('near'))).toBe(true);
    stop();
    told.length = 0;
    scroller.scrollTop = 0;
    await nextFrames();
    expect(told).toEqual([]);
  });

  it('are followed no longer once disposed of', async () => {
    const { near, scroller } = watch();
    near.look();
    const before = [...near.near];
    near.dispose();
    scroller.scrollTop = 30_000;
    await nextFrames();
    expect([...near.near]).toEqual(before);
  });
});

describe('a text that is not written yet', () => {
  it('takes about the room that it takes once it is written', async () => {
    const mounted = mountUnwritten(longText(20_000));
    const { host, sections } = mounted.surface;
    const guessed = host.offsetHeight;
    for (const section of sections.keys()) mounted.surface.write(section);
    for (const section of sections) section.style.contentVisibility = 'visible';
    await nextFrames();
    expect(host.offsetHeight / guessed).toBeGreaterThan(0.6);
    expect(host.offsetHeight / guessed).toBeLessThan(1.6);
  });

  it.each([
    { name: 'a boundary', ask: ({ surface }: MountedSurface) => surface.pointAt(100_000) },
    {
      name: 'a range',
      ask: ({ surface }: MountedSurface) => surface.rangeOf({ start: 100_000, end: 100_004 }),
    },
  ])('has the section written in which $name is asked for, and no other', ({ ask }) => {
    const mounted = mountUnwritten(text);
    ask(mounted);
    const { sections } = mounted.surface.layout;
    const asked = sections.findIndex(({ end }) => end > 100_000);
    expect(writtenIn(mounted)).toEqual([asked]);
    expect(mounted.surface.rangeOf({ start: 100_000, end: 100_040 }).toString()).toBe(
      text.slice(100_000, 100_040),
    );
  });

  it('is written once', () => {
    const { surface } = mountUnwritten(text);
    expect(surface.write(3)).toBe(true);
    const [first] = surface.sections[3]?.children ?? [];
    expect(surface.write(3)).toBe(false);
    expect(surface.sections[3]?.firstElementChild).toBe(first);
  });

  it('is written when there is nothing else to do, unit for unit', async () => {
    const mounted = mountUnwritten(text);
    writeWhenIdle(mounted.surface);
    await expect.poll(() => writtenIn(mounted).length).toBe(mounted.surface.sections.length);
    const blocks = [...mounted.surface.host.querySelectorAll('p')];
    expect(blocks.map((block) => block.textContent).join('\n')).toBe(text);
  });

  it('is written no further once that is stopped', async () => {
    const mounted = mountUnwritten(text);
    writeWhenIdle(mounted.surface)();
    await nextIdle();
    expect(writtenIn(mounted)).toEqual([]);
  });
});
