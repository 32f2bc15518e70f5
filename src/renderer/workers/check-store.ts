import type { HealthProgress, HealthReport } from '../../core/health/finding';
import type { Result } from '../../core/result';
import { askWorker, type WorkerFailure } from './ask-worker';

/** Checking one store, which is named. */
export interface CheckTask {
  readonly question: string;
  readonly part: HealthProgress;
  readonly answer: HealthReport;
}

/**
 * Checks the whole store called `name`, while it is in use, in a worker that is ended with it. Nothing is changed. When
 * `signal` is aborted the outcome is `stopped`.
 */
export async function checkStore(
  name: string,
  signal: AbortSignal,
  onProgress: (progress: HealthProgress) => void,
): Promise<Result<HealthReport, WorkerFailure>> {
  const worker = new Worker(new URL('./health-worker.ts', import.meta.url), {
    type: 'module',
    name: 'health',
  });
  const outcome = await askWorker<CheckTask>(worker, name, { signal, onPart: onProgress });
  worker.terminate();
  return outcome;
}
