import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slopesOf } from '../results';
import { type BenchRun, formatFigures, parseParts, parseResults } from '../runs-file';
import { reportOf } from '../table';

/** Writes a run into `bench/results` of the checkout at `root`: its figures and, as it is for people, its report. */
export function writeRun(root: string, run: BenchRun): string {
  const folder = folderIn(root);
  const report = reportOf(run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), formatFigures(run.results));
  writeFileSync(join(folder, 'latest-slopes.json'), formatFigures(slopesOf(run.results)));
  writeFileSync(join(folder, 'latest-parts.json'), formatFigures(run.parts));
  writeFileSync(join(folder, 'latest.txt'), `${report}\n`);
  return report;
}

/** The run that was written last; an empty one when there is none. Throws when its files are not what they should be. */
export function readRun(root: string): BenchRun {
  const folder = folderIn(root);
  const paths = { results: join(folder, 'latest.json'), parts: join(folder, 'latest-parts.json') };
  if (!existsSync(paths.results) || !existsSync(paths.parts)) return { results: [], parts: [] };
  return {
    results: parseResults(readFileSync(paths.results, 'utf8')),
    parts: parseParts(readFileSync(paths.parts, 'utf8')),
  };
}

function folderIn(root: string): string {
  return join(root, 'bench', 'results');
}
