import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callersFolder } from '../../scripts/bootstrap/project.mjs';
import { type BenchWish, benchUsage, readBenchArguments } from '../arguments';
import { describeMachine, describeProgram } from '../machine';
import { type Measurement, resultsOf } from '../results';
import { mergeRuns } from '../runs-file';
import { shapeOf } from '../shapes';
import type { BenchHost } from './bench-host';
import { buildPages } from './build-pages';
import { measureSubject } from './measure-subject';
import { serveFolder } from './serve-folder';
import { readRun, writeRun } from './write-results';

/** What the command gives: where it is, a browser that starts, its arguments, and where to say how it goes. */
export interface BenchOrder {
  readonly root: string;
  readonly executable: string;
  readonly cache: string;
  readonly given: readonly string[];
  readonly say: (line: string) => void;
}

/** How many values are wanted of each row. */
const runs = { quick: 3, full: 5 };

/** Measures what is wanted, prints the report, and writes it and its figures into `bench/results`. Gives the exit code. */
export async function runBench({ given, say, ...order }: BenchOrder): Promise<number> {
  const since = Date.now();
  const wish = readBenchArguments(given);
  if ('fault' in wish) {
    say(`${wish.fault}.\n${benchUsage}`);
    return 2;
  }
  const write = resultWriter(order, wish, say);
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const pages = await buildPages(order.root, order.cache);
  const served = await serveFolder(pages.folder);
  let failures = 0;
  const onFailure = (what: string, thrown: unknown): void => {
    failures += 1;
    say(`Not measured: ${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  };
  const host: BenchHost = { ...order, scratch, pages, address: served.address, say, onFailure };
  const measurements: Measurement[] = [];
  try {
    for (const shape of wish.shapes.map(shapeOf))
      for (const subject of wish.subjects) {
        say(`${shape.name}: ${subject}`);
        try {
          measurements.push(...(await measureSubject(host, planOf(wish, { shape, subject }))));
          // A run that is ended leaves what it has.
          write(measurements);
        } catch (thrown) {
          onFailure(`${subject} on ${shape.name}`, thrown);
        }
      }
  } finally {
    served.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(write(measurements));
  say(`Took ${((Date.now() - since) / 1_000).toFixed(0)} s.`);
  return failures === 0 ? 0 : 1;
}

function planOf<Of extends object>({ rows, isQuick, profiles }: BenchWish, of: Of) {
  const folder = profiles === undefined ? null : resolve(callersFolder(), profiles);
  return { ...of, rows, runs: isQuick ? runs.quick : runs.full, isQuick, profiles: folder };
}

/** Writes what has been measured so far, with what is kept of the run before when it is to be added to. Gives the report. */
function resultWriter(
  { root, executable }: Pick<BenchOrder, 'root' | 'executable'>,
  { isQuick, isMerged }: BenchWish,
  say: BenchOrder['say'],
): (measurements: readonly Measurement[]) => string {
  const machine = describeMachine(versionOf(executable));
  const conditions = { machine, program: describeProgram(root), isQuick };
  const before = isMerged ? readRun(root) : { results: [], parts: [] };
  let hasTold = false;
  return (measurements) => {
    const results = resultsOf(measurements);
    const part = { ...conditions, shapes: [...new Set(results.map(({ shape }) => shape))] };
    const { dropped, ...run } = mergeRuns(before, { results, part });
    if (dropped.length > 0 && !hasTold)
      say(`Left out, as the program or the machine was another: ${dropped.join(', ')}.`);
    hasTold = true;
    return writeRun(root, run);
  };
}

function versionOf(executable: string): string {
  const said = execFileSync(executable, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? 'of unknown version';
}
