import type { Page } from '@playwright/test';

/** Every event of a pointer that the page has had since it was loaded, by type. */
export interface PointerWatch {
  seen(): Promise<readonly string[]>;
}

/**
 * Loads the page anew, with an eye on every event that a pointing device causes. A click that a key causes has no
 * `detail` and is none of them.
 */
export async function watchPointer(page: Page): Promise<PointerWatch> {
  const seen: string[] = [];
  await page.exposeFunction('tellOfPointer', (type: string) => seen.push(type));
  await page.addInitScript(listenForPointers);
  await page.reload();
  return {
    // Whatever the page has told so far has arrived once it answers.
    seen: async () => {
      await page.evaluate(() => true);
      return [...seen];
    },
  };
}

/** Runs in the page. */
function listenForPointers(): void {
  const types = [
    ['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointercancel'],
    ['mousedown', 'mouseup', 'mousemove', 'mouseover', 'dblclick', 'auxclick'],
    ['click', 'touchstart', 'touchend', 'wheel', 'dragstart', 'dragenter', 'drop'],
  ].flat();
  const tell = (event: Event): void => {
    if (event.type === 'click' && event instanceof UIEvent && event.detail === 0) return;
    const { tellOfPointer } = window as unknown as { tellOfPointer: (type: string) => void };
    tellOfPointer(event.type);
  };
  for (const type of types) window.addEventListener(type, tell, { capture: true, passive: true });
}
