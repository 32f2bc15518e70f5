// @ts-check
import './bootstrap/require-node.mjs';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { hasDisplay } from './bootstrap/display.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { endProcessTree } from './bootstrap/process-tree.mjs';
import { projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { serveRenderer, startThrowAwayShell } from './dev/dev-server.mjs';
import { openDevWindow } from './dev/dev-window.mjs';

await prepare({ build: true });
const folder = mkdtempSync(join(tmpdir(), 'dateline-dev-'));
const interrupted = Promise.race(
  ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)),
);
/** What is to be ended, the last begun first. @type {Array<() => Promise<unknown>>} */
const endings = [];
try {
  const shell = await startThrowAwayShell(projectRoot, folder);
  endings.unshift(() => endProcessTree(shell.child));
  const renderer = await serveRenderer(projectRoot, shell.address);
  endings.unshift(() => renderer.close());

  const chromium = hasDisplay() ? await ensureChromium(projectRoot, 'window', sayAside) : null;
  if (chromium !== null && !chromium.ok) sayAside(chromium.message);
  if (chromium?.ok) {
    const window = await openDevWindow(
      chromium.executable,
      join(folder, 'profile'),
      renderer.address,
    );
    endings.unshift(window.close);
    sayAside('Dateline is open with hot reload, on a throw-away profile. Close its window to end.');
    await Promise.race([interrupted, window.closed, once(shell.child, 'exit')]);
  } else {
    console.log(`Dateline with hot reload is open at ${renderer.address}`);
    await Promise.race([interrupted, once(shell.child, 'exit')]);
  }
} finally {
  for (const end of endings) await end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exit();
