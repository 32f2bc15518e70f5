import '../../../src/renderer/ui/fonts.css';
import '../../../src/renderer/ui/tokens.css';
import '../../../src/renderer/ui/base.css';
import '../../../src/renderer/reader/highlights.css';
import { layOut } from '../../../src/core/text/layout';
import styles from '../../../src/renderer/reader/reader.module.css';
import { Surface } from '../../../src/renderer/reader/surface';

/** A surface on the page, with the elements around it. */
export interface MountedSurface {
  readonly surface: Surface;
  readonly scroller: HTMLElement;
  readonly before: HTMLElement;
  readonly after: HTMLElement;
  readonly text: string;
}

const mounted: MountedSurface[] = [];

/** Puts `text` on the page as the reader does, 600 px high, with a paragraph before and after it; all of it is written. */
export function mountSurface(text: string): MountedSurface {
  const made = mountUnwritten(text);
  for (const section of made.surface.sections.keys()) made.surface.write(section);
  return made;
}

/** The same, with room for the text and none of it written. */
export function mountUnwritten(text: string): MountedSurface {
  const scroller = document.createElement('article');
  scroller.className = styles.scroller ?? '';
  scroller.style.height = '600px';
  const before = document.createElement('p');
  before.textContent = 'Before the article.';
  const host = document.createElement('div');
  host.className = styles.text ?? '';
  const after = document.createElement('p');
  after.textContent = 'After the article.';
  scroller.append(before, host, after);
  document.body.append(scroller);
  const made = { surface: new Surface(host, text, layOut(text)), scroller, before, after, text };
  mounted.push(made);
  return made;
}

/** Takes away what `mountSurface` put on the page. */
export function unmountSurfaces(): void {
  document.getSelection()?.removeAllRanges();
  for (const { surface, scroller } of mounted.splice(0)) {
    surface.dispose();
    scroller.remove();
  }
}

/** Settles when the browser has drawn, and told observers of it. */
export async function nextFrames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Settles when the browser has drawn, and what waits for nothing to be drawn has had its turn. */
export async function nextIdle(frames?: number): Promise<void> {
  await nextFrames(frames);
  await new Promise((resolve) => requestIdleCallback(resolve));
}
