import type { HealthProgress, HealthReport } from '../../core/health/finding';
import { err, ok, type Result } from '../../core/result';

/** Why a store could not be checked to the end. `detail` is the system's own words, for a report. */
export interface CheckFailure {
  readonly code: 'stopped' | 'failed';
  readonly detail: string;
}

/** What the worker says: how far it is, and at last what it has found. */
export type CheckMessage =
  | { readonly kind: 'progress'; readonly progress: HealthProgress }
  | { readonly kind: 'done'; readonly report: HealthReport }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * Checks the whole store called `name`, while it is in use, in a worker that is ended with it. Nothing is changed. When
 * `signal` is aborted the outcome is `stopped`.
 */
export function checkStore(
  name: string,
  signal: AbortSignal,
  onProgress: (progress: HealthProgress) => void,
): Promise<Result<HealthReport, CheckFailure>> {
  const worker = new Worker(new URL('./health-worker.ts', import.meta.url), {
    type: 'module',
    name: 'health',
  });
  return new Promise((resolve) => {
    const settle = (outcome: Result<HealthReport, CheckFailure>): void => {
      worker.terminate();
      resolve(outcome);
    };
    const fail = (detail: string): void => settle(err({ code: 'failed', detail }));
    const stop = (): void => settle(err({ code: 'stopped', detail: '' }));
    signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', ({ message }) => fail(message));
    worker.addEventListener('messageerror', () => fail('messageerror'));
    worker.addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'done') settle(ok(data.report));
      else fail(data.detail);
    });
    if (signal.aborted) stop();
    else worker.postMessage(name, []);
  });
}
