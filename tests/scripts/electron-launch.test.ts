import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { followToEnd } from '../../scripts/bootstrap/follow.mjs';
import { type Launched, launchElectron } from '../../scripts/bootstrap/launch.mjs';
import { explainLaunchFailure } from '../../scripts/bootstrap/launch-failure.mjs';
import { endProcessTree } from '../../scripts/bootstrap/process-tree.mjs';
import { workLimitMs } from '../../scripts/testing/limits.mjs';
import { temporaryFolder, writeIn } from './stub-project';

/** How long a window is waited for here: no slow machine takes so long to start a script. */
const waitSeconds = workLimitMs / 1000;

/** Launches a shell script in Electron's place. */
async function launch(script: string, args: readonly string[] = []): Promise<Launched> {
  const launched = await beginLaunch(script, args).launched;
  if (launched.ok) onTestFinished(() => endProcessTree(launched.child));
  return launched;
}

/** Launches one that never reports ready, and lets the time run out once it has said all it says and made a file `said`. */
async function launchInVain(script: string): Promise<Launched> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { folder, launched } = beginLaunch(script);
  while (!existsSync(join(folder, 'said'))) await immediate();
  // What it wrote before is read in one of the next turns.
  for (let turn = 0; turn < 3; turn += 1) await immediate();
  vi.advanceTimersByTime(1000 * waitSeconds);
  vi.useRealTimers();
  return launched;
}

function beginLaunch(
  script: string,
  args: readonly string[] = [],
): { readonly folder: string; readonly launched: Promise<Launched> } {
  const folder = temporaryFolder();
  const executable = writeIn(folder, 'electron', `#!/bin/sh\n${script}\n`, { executable: true });
  const launched = launchElectron({
    executable,
    args,
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATELINE_READY_WAIT: String(waitSeconds),
      ELECTRON_RUN_AS_NODE: '1',
    },
  });
  return { folder, launched };
}

// The stand-ins are shell scripts.
describe.skipIf(process.platform === 'win32')('launching Electron', () => {
  const failures: ReadonlyArray<[name: string, script: string, reason: string]> = [
    [
      'names the library that is missing',
      'echo "electron: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127',
      'the system library libnss3.so is missing',
    ],
    [
      'tells a refused sandbox',
      'echo "[1:1122/1.2:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured correctly." >&2; kill -TRAP $$',
      'the system does not let it make its sandbox',
    ],
    [
      'tells a display that cannot be opened',
      'echo "[1:1122/1.2:ERROR:ozone_platform_x11.cc(250)] Missing X server or \\$DISPLAY" >&2; exit 1',
      'the display could not be opened',
    ],
    [
      'gives its last word otherwise',
      'echo "[1:1122/1.2:ERROR:some.cc(1)] first" >&2; echo "[1:1122/1.2:FATAL:some.cc(2)] no good" >&2; exit 5',
      'it ended with exit code 5 before its window was ready and said: no good',
    ],
    [
      'tells an end without a word',
      'exit 0',
      'it ended with exit code 0 before its window was ready',
    ],
  ];
  it.each(failures)('%s', async (_name, script, reason) => {
    expect(await launch(script)).toEqual({ ok: false, reason });
  });

  const inVain: ReadonlyArray<[name: string, script: string, reason: string]> = [
    [
      'does not wait longer than allowed',
      'touch said; exec sleep 60',
      'no window was ready after 5 minutes',
    ],
    [
      'does not take another line for the report',
      'echo "Dateline: window ready soon"; touch said; exec sleep 60',
      'no window was ready after 5 minutes',
    ],
    [
      'ends also what the silent one started',
      'sleep 60 & echo "no GPU" >&2; touch said; wait',
      'no window was ready after 5 minutes (it said: no GPU)',
    ],
  ];
  it.each(inVain)('%s', async (_name, script, reason) => {
    expect(await launchInVain(script)).toEqual({ ok: false, reason });
  });

  it('tells an executable that is not there', async () => {
    const folder = temporaryFolder();
    const executable = `${folder}/electron`;
    const launched = await launchElectron({ executable, args: [], cwd: folder, env: {} });
    expect(launched).toEqual({
      ok: false,
      reason: `it could not be started (spawn ${executable} ENOENT)`,
    });
  });

  it('is done when the window is ready, and the app runs on', async () => {
    const launched = await launch('echo "Dateline: window ready"; exec sleep 60');
    if (!launched.ok) expect.unreachable(launched.reason);
    expect(launched.child.exitCode).toBeNull();
    launched.child.kill('SIGTERM');
    expect(await followToEnd(launched.child)).toBe(128 + 15);
  });

  it('is done when the files were handed to an open window', async () => {
    const launched = await launch('echo "Dateline: handed over"; exit 0');
    if (!launched.ok) expect.unreachable(launched.reason);
    expect(await followToEnd(launched.child)).toBe(0);
  });

  it('passes the arguments on, and never runs the app as plain Node', async () => {
    const script =
      '[ "$1 $2" = "/app /a file.txt" ] && [ -z "$ELECTRON_RUN_AS_NODE" ] && echo "Dateline: window ready"; exit 4';
    const launched = await launch(script, ['/app', '/a file.txt']);
    if (!launched.ok) expect.unreachable(launched.reason);
    expect(await followToEnd(launched.child)).toBe(4);
  });
});

describe('a failed launch in plain words', () => {
  const cases: ReadonlyArray<[name: string, errors: string, reason: string]> = [
    [
      'an old C library',
      "electron: /lib/libc.so.6: version `GLIBC_2.34' not found (required by electron)",
      'this system’s C library is too old for it',
    ],
    [
      'root with a sandbox',
      '[1:FATAL:electron_main_delegate.cc(294)] Running as root without --no-sandbox is not supported.',
      'it refuses to run as root with its sandbox',
    ],
    [
      'another machine’s binary',
      'sh: 1: electron: Exec format error',
      'it is made for another kind of machine',
    ],
    ['nothing at all', '', 'it said nothing'],
  ];
  it.each(cases)('%s', (_name, errors, reason) => {
    const failed = { executable: '/nowhere/electron', errors, code: null, signal: null };
    expect(explainLaunchFailure(failed)).toBe(reason);
  });
});
