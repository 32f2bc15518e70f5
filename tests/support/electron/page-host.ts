import { randomUUID } from 'node:crypto';
import type { BrowserContext, CDPSession, Frame, Page, Request, Route } from 'playwright';
import { fromChromium, originOf, toChromium } from './address-map';
import { type ChromiumOptions, startChromium } from './chromium';
import type { FrameDouble } from './frame';
import { trusted } from './trusted';
import { pack, unpack } from './wire';
import type { WorldAnswer, WorldMessage } from './world-messages';
import { isolatedWorldScript, pageWorldScript } from './world-scripts';

/** What the page asks of the rest of the double. Addresses are Electron's. */
export interface PageListener {
  /** The answer of the program's protocol handler. Throws when it is a fault. */
  request(url: string, method: string): Promise<Response>;
  /** A request that is none of the app's own. */
  strangerRequested(url: string): void;
  /** Whether the program prevents a navigation that the page began. */
  prevents(navigation: { readonly url: string; readonly isMainFrame: boolean }): boolean;
  didNavigate(url: string): void;
  opensWindow(url: string): void;
  invoke(frame: FrameDouble, channel: string, args: readonly unknown[]): Promise<unknown>;
  readonly fault: (message: string) => void;
}

/** One page in Chromium, showing addresses of one custom scheme. */
export interface PageHost {
  readonly page: Page;
  /** Loads an address of the scheme, as the program itself does: no guard is asked. */
  load(url: string): Promise<void>;
  reload(): Promise<void>;
  frameDouble(frame: Frame): FrameDouble;
  close(): Promise<void>;
}

/** The preload's script, and the custom scheme that the page is served under. */
export interface PageOptions {
  readonly chromium: ChromiumOptions;
  readonly scheme: string;
  readonly preload: string;
}

/** Starts Chromium with one empty page whose worlds are set up as contextIsolation has them. */
export async function openPageHost(
  options: PageOptions,
  listener: PageListener,
): Promise<PageHost> {
  const { scheme } = options;
  const context = await startChromium(options.chromium);
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  const expected = new Set<string>();

  const frameDouble = (frame: Frame): FrameDouble => {
    const parent = frame.parentFrame();
    const url = fromChromium(frame.url(), scheme);
    return {
      url,
      origin: originOf(url, scheme),
      parent: parent === null ? null : frameDouble(parent),
      detached: frame.isDetached(),
    };
  };
  await setUpWorlds(cdp, options.preload, {
    fault: listener.fault,
    invoke: (channel, args) => listener.invoke(frameDouble(page.mainFrame()), channel, args),
  });
  await closePopups(context, page, cdp, (url) => listener.opensWindow(fromChromium(url, scheme)));
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) listener.didNavigate(fromChromium(frame.url, scheme));
  });

  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const frame = frameOf(request);
    const url = fromChromium(request.url(), scheme);
    if (frame?.page() !== page) return route.abort('blockedbyclient');
    if (request.isNavigationRequest() && !expected.delete(request.url())) {
      const isMainFrame = frame === page.mainFrame();
      if (listener.prevents({ url, isMainFrame })) return route.abort('aborted');
    }
    if (!url.startsWith(`${scheme}://`)) {
      listener.strangerRequested(url);
      return route.abort('blockedbyclient');
    }
    const response = await listener.request(url, request.method());
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  };
  await context.route('**/*', (route) => answer(route).catch(() => route.abort('failed')));

  return {
    page,
    frameDouble,
    load: async (url) => {
      const address = toChromium(url, scheme);
      if (address === null) throw new Error(`Electron double: cannot load ${url}`);
      expected.add(address);
      await page.goto(address);
    },
    reload: async () => {
      expected.add(page.url().replace(/#.*$/s, ''));
      await page.reload();
    },
    close: () => context.close(),
  };
}

/** Null for a popup's first request, which has no frame yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

async function closePopups(
  context: BrowserContext,
  page: Page,
  cdp: CDPSession,
  opensWindow: (url: string) => void,
): Promise<void> {
  await cdp.send('Page.enable');
  cdp.on('Page.windowOpen', ({ url }) => opensWindow(url));
  context.on('page', (popup) => {
    // It may be gone by itself already.
    if (popup !== page) popup.close().catch(() => {});
  });
}

async function setUpWorlds(
  cdp: CDPSession,
  preload: string,
  from: {
    fault(message: string): void;
    invoke(channel: string, args: readonly unknown[]): Promise<unknown>;
  },
): Promise<void> {
  const worldName = `preload-${randomUUID()}`;
  const settings = { secret: randomUUID(), binding: 'toMain', answer: 'fromMain' };
  const invoke = async (
    message: Extract<WorldMessage, { kind: 'invoke' }>,
  ): Promise<WorldAnswer> => {
    const { id, channel, args } = message;
    try {
      return { id, ok: true, value: await from.invoke(channel, args) };
    } catch (error) {
      return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  };
  const receive = async (payload: string, executionContextId: number): Promise<void> => {
    const message = trusted<WorldMessage>(unpack(payload));
    if (message.kind === 'fault') {
      from.fault(message.message);
      return;
    }
    const answer = pack(await invoke(message));
    await cdp
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `(text) => globalThis[${JSON.stringify(settings.answer)}](text)`,
        executionContextId,
        arguments: [{ value: answer }],
      })
      // A page that has gone meanwhile hears no answer, in Electron as here.
      .catch(() => {});
  };
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    receive(payload, executionContextId).catch((error: unknown) => from.fault(String(error)));
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', {
    name: settings.binding,
    executionContextName: worldName,
  });
  await cdp.send('Page.enable');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: await pageWorldScript(settings),
  });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: await isolatedWorldScript(settings, preload),
    worldName,
  });
}
