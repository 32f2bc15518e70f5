import { answerQuestions } from '../../../src/renderer/workers/answer-questions';

/** What the worker of the tests is told to do. */
export interface ObeyTask {
  readonly question: 'answer' | 'throw' | 'reject' | 'fail beside the question' | 'wait';
  readonly part: number;
  readonly answer: string;
}

let asked = 0;

answerQuestions<ObeyTask>(async (question, tell) => {
  asked += 1;
  tell(1);
  tell(2);
  if (question === 'throw') throw new Error('thrown');
  if (question === 'reject') await Promise.reject(new RangeError('rejected'));
  if (question === 'fail beside the question')
    setTimeout(() => {
      throw new Error('beside');
    });
  if (question !== 'answer') await new Promise(() => {});
  return `answer ${asked}`;
});
