import type { WorkerMessage, WorkerTask } from './ask-worker';

/**
 * Answers what `askWorker` asks of the worker that this runs in. `answer` may tell parts on the way; what it throws is told
 * as a failure.
 */
export function answerQuestions<Task extends WorkerTask>(
  answer: (
    question: Task['question'],
    tell: (part: Task['part']) => void,
  ) => Promise<Task['answer']>,
): void {
  const say = (message: WorkerMessage<Task>): void => postMessage(message);
  addEventListener('message', ({ data }: MessageEvent<Task['question']>) => {
    answer(data, (part) => say({ kind: 'part', part })).then(
      (given) => say({ kind: 'answer', answer: given }),
      (thrown: unknown) => say({ kind: 'failed', detail: String(thrown) }),
    );
  });
}
