import { err, ok, type Result } from '../../core/result';

/** What one worker is for: what it is asked, what it tells meanwhile, and what it answers. */
export interface WorkerTask {
  readonly question: unknown;
  readonly part: unknown;
  readonly answer: unknown;
}

/** What a worker says to a question: parts, any number of them, and then the answer or why there is none. */
export type WorkerMessage<Task extends WorkerTask> =
  | { readonly kind: 'part'; readonly part: Task['part'] }
  | { readonly kind: 'answer'; readonly answer: Task['answer'] }
  | { readonly kind: 'failed'; readonly detail: string };

/** Why there is no answer. `detail` is the system's own words, for a report; empty when it was stopped. */
export interface WorkerFailure {
  readonly code: 'stopped' | 'failed';
  readonly detail: string;
}

/** How a worker is asked. */
export interface Asking<Task extends WorkerTask> {
  /** Stops it. */
  readonly signal: AbortSignal;
  readonly onPart?: (part: Task['part']) => void;
  /** Memory of the question that is handed over and no longer usable by the caller. */
  readonly transfer?: readonly Transferable[];
}

/**
 * Asks a worker that `answerQuestions` runs in, one question at a time. A worker that was stopped or has failed is ended;
 * one that has answered can be asked again.
 */
export function askWorker<Task extends WorkerTask>(
  worker: Worker,
  question: Task['question'],
  { signal, onPart = () => {}, transfer = [] }: Asking<Task>,
): Promise<Result<Task['answer'], WorkerFailure>> {
  return new Promise((resolve) => {
    const asked = new AbortController();
    const whileAsked = { signal: asked.signal };
    const settle = (outcome: Result<Task['answer'], WorkerFailure>): void => {
      asked.abort();
      resolve(outcome);
    };
    const end = (failure: WorkerFailure): void => {
      worker.terminate();
      settle(err(failure));
    };
    const fail = (detail: string): void => end({ code: 'failed', detail });
    const stop = (): void => end({ code: 'stopped', detail: '' });
    const hear = ({ data }: MessageEvent<WorkerMessage<Task>>): void => {
      if (data.kind === 'part') onPart(data.part);
      else if (data.kind === 'answer') settle(ok(data.answer));
      else fail(data.detail);
    };
    signal.addEventListener('abort', stop, whileAsked);
    worker.addEventListener('message', hear, whileAsked);
    worker.addEventListener('messageerror', () => fail('messageerror'), whileAsked);
    worker.addEventListener('error', ({ message }) => fail(message), whileAsked);
    if (signal.aborted) stop();
    else worker.postMessage(question, [...transfer]);
  });
}
