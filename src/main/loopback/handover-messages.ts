import { z } from 'zod';
import { isRandomName } from '../desktop/random-name';
import { isSameSecret, proofOf } from './secrets';

/** Where a second start posts its files. */
export const handoverPath = '/handover';

const request = z.strictObject({
  /** Drawn for this request, so that no earlier answer fits it. */
  nonce: z.string().refine(isRandomName),
  /** Absolute paths. */
  files: z.array(z.string().min(1)).max(1000),
  /** Whether the second start is about to open a window of its own if no page is open. */
  opensWindow: z.boolean(),
});

/** What a second start asks of the first. */
export type HandoverRequest = Readonly<z.infer<typeof request>>;

const answer = z.strictObject({
  /** A fresh one-time key. */
  key: z.string().refine(isRandomName),
  pageIsOpen: z.boolean(),
  proof: z.string(),
});

/** What the first start answers, once it has proved that it knows the secret. */
export type HandoverAnswer = Readonly<Omit<z.infer<typeof answer>, 'proof'>>;

/** The `Authorization` header of a request's body. */
export function authorizationOf(secret: string, body: string): string {
  return `Dateline ${proofOf(secret, `request:${body}`)}`;
}

/** The request in `body`, or null when it is not from someone who knows the secret. Throws on a body not of this form. */
export function readHandoverRequest(
  secret: string,
  authorization: string | undefined,
  body: string,
): HandoverRequest | null {
  if (!isSameSecret(authorization ?? '', authorizationOf(secret, body))) return null;
  return request.parse(JSON.parse(body));
}

/** The answer's body, with the proof that it is from someone who knows the secret. */
export function formatHandoverAnswer(secret: string, nonce: string, value: HandoverAnswer): string {
  return JSON.stringify({ ...value, proof: proofOfAnswer(secret, nonce, value) });
}

/** The answer in `body`, or null when it is not from someone who knows the secret. */
export function readHandoverAnswer(
  secret: string,
  nonce: string,
  body: string,
): HandoverAnswer | null {
  const read = answer.safeParse(parsedOrNull(body));
  if (!read.success) return null;
  const { proof, ...value } = read.data;
  return isSameSecret(proof, proofOfAnswer(secret, nonce, value)) ? value : null;
}

function proofOfAnswer(secret: string, nonce: string, { key, pageIsOpen }: HandoverAnswer): string {
  return proofOf(secret, `answer:${nonce}:${key}:${pageIsOpen}`);
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
