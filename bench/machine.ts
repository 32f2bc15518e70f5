import { cpus, platform, release, totalmem } from 'node:os';

/** The machine and the versions, in one line for the head of the table. */
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
