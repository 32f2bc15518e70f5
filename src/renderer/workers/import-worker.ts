import { decodeExport } from '../../codecs/exchange/decode-export';
import { type ImportMessage, messagesOf } from './import-messages';

/** Reads and checks one export where it holds nothing up; the page ends the worker afterwards. */
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  const outcome = decodeExport(data, (progress) => say({ kind: 'progress', progress }));
  if (outcome.ok) for (const message of messagesOf(outcome.value)) say(message);
  else say({ kind: 'refused', refusal: outcome.error });
});

function say(message: ImportMessage): void {
  postMessage(message);
}
