import type { Page } from 'playwright';
import { expect } from 'vitest';
import { eventually } from '../eventually';
import { type Listener, listen } from './listener';

/** Ways in which the page's policy lets nothing out, from the page itself. */
export const waysOfPage = [
  'fetch',
  'request',
  'beacon',
  'events',
  'socket',
  'transport',
  'image',
  'background',
  'font',
  'style',
  'script',
  'module',
  'object',
  'audio',
  'video',
  'prefetch',
  'preload',
  'modulepreload',
  'ping',
] as const;

/** Ways out of a worker; workers have no WebRTC. */
export const waysOfWorker = [
  'fetch',
  'request',
  'events',
  'socket',
  'transport',
  'module',
] as const;

/**
 * Ways that no policy of a page closes: the shell has to. (The policy refuses frames and forms, but Chromium connects
 * ahead before it asks the policy.)
 */
export const waysOfBrowser = ['frame', 'form', 'preconnect', 'window', 'stun', 'turn'] as const;

export type Way = (typeof waysOfPage)[number] | (typeof waysOfBrowser)[number];

/** The files by which a page tries: to be served beside it, since it may run nothing else. */
export const attemptFiles = {
  'attempts.js': `
const add = (name, values) => {
  const element = Object.assign(document.createElement(name), values);
  document.body.append(element);
  return element;
};
const link = (rel, href, as) => add('link', { rel, href, ...(as && { as }) });
const call = (urls, more) => {
  const call = new RTCPeerConnection({ iceServers: [{ urls, ...more }] });
  call.createDataChannel('words');
  globalThis.calls = [...(globalThis.calls ?? []), call];
  return call.createOffer().then((offer) => call.setLocalDescription(offer));
};
const attempts = {
  fetch: (host) => fetch('http://' + host + '/', { mode: 'no-cors' }),
  request: (host) => {
    const request = new XMLHttpRequest();
    request.open('GET', 'http://' + host + '/');
    request.send();
  },
  beacon: (host) => navigator.sendBeacon('http://' + host + '/', 'words'),
  events: (host) => new EventSource('http://' + host + '/'),
  socket: (host) => new WebSocket('ws://' + host + '/'),
  transport: (host) => new WebTransport('https://' + host + '/').ready,
  image: (host) => add('img', { src: 'http://' + host + '/' }),
  background: (host) => {
    add('div', { textContent: 'words' }).style.backgroundImage = 'url(http://' + host + '/)';
  },
  font: (host) => new FontFace('outside', 'url(http://' + host + '/)').load(),
  style: (host) => link('stylesheet', 'http://' + host + '/'),
  script: (host) => add('script', { src: 'http://' + host + '/' }),
  module: (host) => import('http://' + host + '/'),
  frame: (host) => add('iframe', { src: 'http://' + host + '/' }),
  object: (host) => add('object', { data: 'http://' + host + '/' }),
  audio: (host) => add('audio', { src: 'http://' + host + '/', preload: 'auto' }),
  video: (host) => add('video', { poster: 'http://' + host + '/' }),
  prefetch: (host) => link('prefetch', 'http://' + host + '/'),
  preload: (host) => link('preload', 'http://' + host + '/', 'image'),
  modulepreload: (host) => link('modulepreload', 'http://' + host + '/'),
  ping: (host) => add('a', { href: '#here', ping: 'http://' + host + '/' }).click(),
  form: (host) => {
    const name = 'frame-of-form';
    add('iframe', { name });
    add('form', { action: 'http://' + host + '/', method: 'post', target: name }).submit();
  },
  preconnect: (host) => link('preconnect', 'http://' + host + '/'),
  window: (host) => window.open('http://' + host + '/'),
  stun: (host) => call('stun:' + host),
  turn: (host) => call('turn:' + host + '?transport=tcp', { username: 'a', credential: 'b' }),
};
export const tryOne = async ([way, host]) => {
  try {
    await attempts[way](host);
  } catch {
    // A refusal is thrown in some ways, and what came of it is seen at the other end.
  }
};
export const tryAll = async ({ ofPage, ofWorker }) => {
  const worker = new Worker('/attempts-worker.js', { type: 'module' });
  await new Promise((settle, reject) => Object.assign(worker, { onmessage: settle, onerror: reject }));
  for (const attempt of ofWorker) worker.postMessage(attempt);
  for (const attempt of ofPage) tryOne(attempt);
};
`,
  'attempts-worker.js': `
import { tryOne } from './attempts.js';
self.onmessage = ({ data }) => tryOne(data);
self.postMessage('ready');
`,
} as const;

/** The ways by which something arrived outside, of those that the page and a worker of it tried. */
export interface Arrived {
  readonly ofPage: readonly Way[];
  readonly ofWorker: readonly Way[];
}

/**
 * Lets the page and a worker try every way at once, each to a listener of its own. When `free`, which nothing holds back
 * and which tries the same after them, has arrived by every way, whatever got out of the page has arrived as well.
 */
export async function tryWaysOut(page: Page, free: Page, ways: Arrived): Promise<Arrived> {
  const ofOther = await tryAll(page, ways);
  try {
    const ofFree = await tryAll(free, ways);
    try {
      await eventually(() => expect(ofFree.arrived()).toEqual(ways));
    } finally {
      await ofFree.close();
    }
    return ofOther.arrived();
  } finally {
    await ofOther.close();
  }
}

/** What is tried, and what came of it so far. */
interface Attempts {
  arrived(): Arrived;
  close(): Promise<void>;
}

async function tryAll(page: Page, ways: Arrived): Promise<Attempts> {
  const ofPage = await listenFor(ways.ofPage);
  const ofWorker = await listenFor(ways.ofWorker);
  const hosts = { ofPage: hostsOf(ofPage), ofWorker: hostsOf(ofWorker) };
  // Throws when the page has not got the files, since then it would try nothing.
  await page.evaluate(
    `import('/attempts.js').then(({ tryAll }) => tryAll(${JSON.stringify(hosts)}))`,
  );
  return {
    arrived: () => ({ ofPage: heardBy(ofPage), ofWorker: heardBy(ofWorker) }),
    close: async () => {
      await Promise.all([...ofPage.values(), ...ofWorker.values()].map(({ close }) => close()));
    },
  };
}

function hostsOf(listeners: ReadonlyMap<Way, Listener>): readonly (readonly [Way, string])[] {
  return [...listeners].map(([way, { port }]) => [way, `127.0.0.1:${port}`]);
}

async function listenFor(ways: readonly Way[]): Promise<ReadonlyMap<Way, Listener>> {
  const listeners = await Promise.all(ways.map(async (way) => [way, await listen()] as const));
  return new Map(listeners);
}

function heardBy(listeners: ReadonlyMap<Way, Listener>): readonly Way[] {
  return [...listeners].filter(([, { heard }]) => heard.size > 0).map(([way]) => way);
}
