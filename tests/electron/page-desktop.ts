import type { Page } from 'playwright';
import type { Desktop, DesktopMethod, desktopGlobal } from '../../src/preload/contract';

declare global {
  interface Window {
    /** What the preload puts there. */
    readonly [desktopGlobal]?: Desktop;
  }
}

/** Calls a method of the contract in the page, as the page itself would. Bytes do not come back whole. */
export async function callInPage<Method extends DesktopMethod>(
  page: Page,
  method: Method,
  ...args: Parameters<Desktop[Method]>
): Promise<Awaited<ReturnType<Desktop[Method]>>> {
  return page.evaluate(
    ([name, given]) => {
      const desktop = window.dateline;
      if (desktop === undefined) throw new Error('the preload has offered nothing');
      return Reflect.apply(desktop[name], undefined, given);
    },
    [method, args] as const,
  );
}
