import { cpus, platform, release, totalmem } from 'node:os';
import packageFile from '../package.json';
import { fingerprint } from '../scripts/bootstrap/fingerprint.mjs';

/** The machine and the versions of what the program runs on, in one line. */
export function describeMachine(chromiumVersion: string): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${memory} GB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `Chromium ${chromiumVersion}, headless, no GPU`,
  ].join(' · ');
}

/** What decides the figures of the bench itself. */
const benchSources = [
  'bench/documents',
  'bench/pages',
  'bench/rows',
  'bench/run',
  'bench/shapes.ts',
  'bench/statistics.ts',
];

/**
 * The program that is measured and what measures it, in one line: the version, and the first digits of hashes of the build in
 * `out` and of the bench, which are others whenever anything in them is.
 */
export function describeProgram(root: string): string {
  const build = fingerprint(root, ['out/main', 'out/preload', 'out/renderer']).slice(0, 12);
  const bench = fingerprint(root, benchSources).slice(0, 12);
  return `Dateline ${packageFile.version} · build ${build} · bench ${bench}`;
}
