// @ts-check
import './bootstrap/require-node.mjs';
import { hasDisplay } from './bootstrap/display.mjs';
import { followToEnd } from './bootstrap/follow.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { callersFolder, projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { explainFallback, startInElectron } from './bootstrap/start-electron.mjs';
import { startInLoopback, windowNeverOpened } from './bootstrap/start-loopback.mjs';
import { parseStartArguments, startUsage } from './start-arguments.mjs';

if (process.argv.includes('--help')) {
  console.log(startUsage);
  process.exit(0);
}
const wanted = parseStartArguments(process.argv.slice(2), callersFolder());
if ('fault' in wanted) {
  sayAside(`${wanted.fault}.\n${startUsage}`);
  process.exit(2);
}
await prepare({ build: true });
process.exitCode = await start(wanted);

/**
 * Opens the app in the shell that was asked for, or in the first that works, and stays with it to its end.
 *
 * @param {import('./start-arguments.mjs').StartArguments} request
 * @returns {Promise<number>} the exit code
 */
async function start(request) {
  const windowed = hasDisplay();
  if (request.shell !== 'loopback' && windowed) {
    const opened = await startInElectron(projectRoot, request, sayAside);
    if (opened.ok) {
      const code = await followToEnd(opened.child);
      if (code !== 0 && opened.lastErrors() !== '') sayAside(opened.lastErrors());
      return code;
    }
    sayAside(explainFallback(opened));
  }
  const say = sayAside;
  const code = await followToEnd(await startInLoopback(projectRoot, request, { windowed, say }));
  if (!windowed || code !== windowNeverOpened) return code;
  sayAside('Open the address below in any browser on this machine; Ctrl+C ends Dateline.');
  return followToEnd(await startInLoopback(projectRoot, request, { windowed: false, say }));
}
