import { expect, it, vi } from 'vitest';
import { askWorker } from '../../../src/renderer/workers/ask-worker';
import type { ObeyTask } from './obeying-worker';

function startWorker() {
  const worker = new Worker(new URL('./obeying-worker.ts', import.meta.url), { type: 'module' });
  return { worker, terminate: vi.spyOn(worker, 'terminate') };
}

function ask(worker: Worker, question: ObeyTask['question'], stop = new AbortController()) {
  const { signal } = stop;
  const parts: number[] = [];
  const onPart = (part: number): void => void parts.push(part);
  return { stop, parts, outcome: askWorker<ObeyTask>(worker, question, { signal, onPart }) };
}

it('a worker tells parts, answers, and can be asked again', async () => {
  const { worker, terminate } = startWorker();
  const first = ask(worker, 'answer');
  expect(await first.outcome).toEqual({ ok: true, value: 'answer 1' });
  expect(first.parts).toEqual([1, 2]);
  first.stop.abort();
  expect(await ask(worker, 'answer').outcome).toEqual({ ok: true, value: 'answer 2' });
  expect(terminate).not.toHaveBeenCalled();
  worker.terminate();
});

it.each([
  ['throw', 'Error: thrown'],
  ['reject', 'RangeError: rejected'],
  ['fail beside the question', 'Uncaught Error: beside'],
] as const)('one that is to %s has failed, and is ended', async (question, detail) => {
  const { worker, terminate } = startWorker();
  expect(await ask(worker, question).outcome).toEqual({
    ok: false,
    error: { code: 'failed', detail },
  });
  expect(terminate).toHaveBeenCalledTimes(1);
});

it('one whose words cannot be read has failed, and is ended', async () => {
  const { worker, terminate } = startWorker();
  const { outcome } = ask(worker, 'wait');
  worker.dispatchEvent(new MessageEvent('messageerror'));
  expect(await outcome).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(terminate).toHaveBeenCalledTimes(1);
});

it('one that is stopped is ended, and says no more', async () => {
  const { worker, terminate } = startWorker();
  const asked = ask(worker, 'wait');
  await expect.poll(() => asked.parts).toEqual([1, 2]);
  asked.stop.abort();
  expect(await asked.outcome).toEqual({ ok: false, error: { code: 'stopped', detail: '' } });
  expect(terminate).toHaveBeenCalledTimes(1);
});

it('one that was stopped before it was asked is not asked', async () => {
  const { worker, terminate } = startWorker();
  const post = vi.spyOn(worker, 'postMessage');
  const stopped = new AbortController();
  stopped.abort();
  expect(await ask(worker, 'answer', stopped).outcome).toMatchObject({
    error: { code: 'stopped' },
  });
  expect(post).not.toHaveBeenCalled();
  expect(terminate).toHaveBeenCalledTimes(1);
});
