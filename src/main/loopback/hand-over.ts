import { request } from 'node:http';
import { randomName } from '../desktop/random-name';
import {
  authorizationOf,
  type HandoverAnswer,
  type HandoverRequest,
  handoverPath,
  readHandoverAnswer,
} from './handover-messages';
import type { Instance } from './instance-file';
import { hostOf, loopbackHost, originOf } from './origin';

const timeoutMs = 2000;
const maxAnswerLength = 10_000;

/**
 * Hands files to the program that holds the port of `instance`. Null when it does not answer, or cannot prove that it
 * is that instance: then it has learnt neither the secret nor anything of use.
 */
export async function handOver(
  instance: Instance,
  wish: Omit<HandoverRequest, 'nonce'>,
): Promise<HandoverAnswer | null> {
  const nonce = randomName();
  const answer = await post(instance, JSON.stringify({ nonce, ...wish } satisfies HandoverRequest));
  return answer === null ? null : readHandoverAnswer(instance.secret, nonce, answer);
}

/** The body of a 200; null for any other answer, and for none in time. */
function post({ port, secret }: Instance, body: string): Promise<string | null> {
  return new Promise((settle) => {
    const posting = request(
      {
        host: loopbackHost,
        port,
        path: handoverPath,
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          Host: hostOf(port),
          Origin: originOf(port),
          Authorization: authorizationOf(secret, body),
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          answer += text;
          if (answer.length > maxAnswerLength) response.destroy();
        });
        response.on('end', () => settle(response.statusCode === 200 ? answer : null));
        response.on('close', () => settle(null));
      },
    );
    // Whatever keeps it from answering, it is not an instance that can be spoken with.
    posting.on('error', () => settle(null));
    posting.end(body);
  });
}
