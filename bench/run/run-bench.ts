import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callersFolder } from '../../scripts/bootstrap/project.mjs';
import { benchUsage, readBenchArguments } from '../arguments';
import { describeMachine } from '../machine';
import { type Measurement, resultsOf } from '../results';
import { shapeOf } from '../shapes';
import { tableOf } from '../table';
import type { BenchHost } from './bench-host';
import { buildPages } from './build-pages';
import { measureSubject } from './measure-subject';
import { serveFolder } from './serve-folder';

/** What the command gives: where it is, a browser that starts, its arguments, and where to say how it goes. */
export interface BenchOrder {
  readonly root: string;
  readonly executable: string;
  readonly cache: string;
  readonly given: readonly string[];
  readonly say: (line: string) => void;
}

/** How many values are wanted of each row. */
const runs = 5;

/** Measures what is wanted, prints the table, and writes it and its figures into `bench/results`. Gives the exit code. */
export async function runBench({ given, say, ...order }: BenchOrder): Promise<number> {
  const wish = readBenchArguments(given);
  if ('fault' in wish) {
    say(`${wish.fault}.\n${benchUsage}`);
    return 2;
  }
  const profiles = wish.profiles === undefined ? null : resolve(callersFolder(), wish.profiles);
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
        const plan = { subject, shape, rows: wish.rows, runs, isQuick: wish.isQuick, profiles };
        try {
          measurements.push(...(await measureSubject(host, plan)));
          // A run that is ended leaves what it has.
          writeResults(order, measurements);
        } catch (thrown) {
          onFailure(`${subject} on ${shape.name}`, thrown);
        }
      }
  } finally {
    served.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(writeResults(order, measurements));
  return failures === 0 ? 0 : 1;
}

/** Writes what has been measured into `bench/results`; gives the table. */
function writeResults(
  { root, executable }: Pick<BenchOrder, 'root' | 'executable'>,
  measurements: readonly Measurement[],
): string {
  const results = resultsOf(measurements);
  const table = `${describeMachine(versionOf(executable))}\n\n${tableOf(results)}`;
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'latest.txt'), `${table}\n`);
  return table;
}

function versionOf(executable: string): string {
  const said = execFileSync(executable, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? 'of unknown version';
}
