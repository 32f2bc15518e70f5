import { join } from 'node:path';
import type { SubjectName } from '../results';
import { blankPlan, type Filling, fillingOf, type Shape } from '../shapes';
import type { BenchHost } from './bench-host';
import { BenchWindow } from './bench-window';
import { openBrowser } from './browser';
import { exportsIn, startProgram } from './program';
import { seedProfile } from './seeded-profile';

/** A subject in a browser of its own. */
export interface OpenedSubject {
  readonly window: BenchWindow;
  /** Where the program puts exports. */
  readonly exports: string;
  close(): Promise<void>;
}

/** Opens the subject, its library filled with the documents of `shape`, on the blank page. */
export async function openSubject(
  host: BenchHost,
  subject: SubjectName,
  shape: Shape,
): Promise<OpenedSubject> {
  const folder = join(host.scratch, `${shape.name}-${subject}`);
  if (subject !== 'dateline') {
    const query = new URLSearchParams({ subject, shape: shape.name });
    return openPage(host, folder, `${host.address}/baseline.html?${query}`);
  }
  return openProgram(host, fillingOf(shape), folder);
}

/** Opens the program with its things in `folder`, its store filled as `filling` says, on the blank page. */
export async function openProgram(
  host: BenchHost,
  filling: Filling,
  folder: string,
): Promise<OpenedSubject> {
  await seedProfile(host, filling, folder);
  const program = await startProgram(host.root, folder);
  const opened = await openPage(host, folder, program.address);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await program.close();
    },
  };
}

async function openPage(host: BenchHost, folder: string, address: string): Promise<OpenedSubject> {
  const context = await openBrowser(host.executable, join(folder, 'profile'));
  await context.addInitScript({ content: host.pages.probe });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  const window = new BenchWindow(page);
  await page.getByRole('treeitem').first().waitFor();
  await window.openEntry(blankPlan.title, { eye: 'shown', is: blankPlan.title });
  return { window, exports: exportsIn(folder), close: () => context.close() };
}
