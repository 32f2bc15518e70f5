import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Where a CPU profile goes. */
export interface ProfilePlace {
  readonly folder: string;
  /** Without an ending. */
  readonly name: string;
}

/**
 * Does `work` on `page` and writes what its main thread did meanwhile: its scripts as a `.cpuprofile`, and style, layout
 * and painting as a `.trace.json`, both of which the performance panel of Chromium's tools opens. Measuring costs time: the figures of such a run are none to publish.
 */
export async function profiling<Value>(
  page: Page,
  { folder, name }: ProfilePlace,
  work: () => Promise<Value>,
): Promise<Value> {
  mkdirSync(folder, { recursive: true });
  const browser = page.context().browser();
  const path = join(folder, `${name}.trace.json`);
  await browser?.startTracing(page, { path, categories: ['devtools.timeline'] });
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.send('Profiler.stop');
    await session.detach();
    await browser?.stopTracing();
    writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
  }
}
