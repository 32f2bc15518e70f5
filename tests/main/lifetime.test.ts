import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLifetime, type Lifetime } from '../../src/main/loopback/lifetime';

const patience = { pageMs: 5000, browserMs: 3000, firstPageMs: 20_000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const opened = (life: Lifetime): void => life.pageOpened();

describe('a server with a window', () => {
  const cases: readonly {
    readonly name: string;
    readonly steps: readonly ((life: Lifetime) => void)[];
    /** How long after the last step it ends; null if it never does. */
    readonly after: number | null;
    readonly reason?: string;
  }[] = [
    { name: 'waits for a slow browser', steps: [], after: null },
    { name: 'stays while its page is open', steps: [opened], after: null },
    {
      name: 'ends 5 s after its page left',
      steps: [opened, (life) => life.pageClosed()],
      after: 5000,
    },
    {
      name: 'stays when the page comes back',
      steps: [opened, (life) => life.pageClosed(), opened],
      after: null,
    },
    {
      name: 'ends 3 s after its browser ended',
      steps: [opened, (life) => life.pageClosed(), (life) => life.browserExited(false)],
      after: 3000,
    },
    {
      name: 'ends 3 s after its page when the browser ended first',
      steps: [opened, (life) => life.browserExited(true), (life) => life.pageClosed()],
      after: 3000,
    },
    {
      name: 'stays when another process of the browser shows the page',
      steps: [opened, (life) => life.browserExited(false)],
      after: null,
    },
    {
      name: 'ends at once when the browser fails before it shows anything',
      steps: [(life) => life.browserExited(true)],
      after: 0,
      reason: 'window-never-opened',
    },
    {
      name: 'waits when the browser hands its window to another process',
      steps: [(life) => life.browserExited(false)],
      after: 20_000,
      reason: 'window-never-opened',
    },
    {
      name: 'waits for the window of another start',
      steps: [opened, (life) => life.pageClosed(), (life) => life.expectPage()],
      after: 20_000,
    },
    {
      name: 'is not hurried by another start before its first page',
      steps: [(life) => life.expectPage()],
      after: null,
    },
    {
      name: 'decides nothing once stopped',
      steps: [opened, (life) => life.stop(), (life) => life.pageClosed()],
      after: null,
    },
  ];
  it.each(cases)('$name', async ({ steps, after, reason = 'window-closed' }) => {
    const life = createLifetime(patience);
    const ended: string[] = [];
    const noted = async (): Promise<void> => {
      ended.push(await life.outlived);
    };
    void noted();
    for (const step of steps) step(life);
    await vi.advanceTimersByTimeAsync(after === null ? 3_600_000 : Math.max(0, after - 1));
    expect(ended).toEqual(after === 0 ? [reason] : []);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual(after === null ? [] : [reason]);
  });
});
