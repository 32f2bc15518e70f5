import { decodeArticle } from '../../codecs/articles/decode-article';
import type { DecodeReply, DecodeRequest } from './article-decoder';

/** Reads foreign files where there is neither Node nor a document. */
addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const { id, file } = data;
  const reply: DecodeReply = { id, outcome: decodeArticle(file) };
  postMessage(reply);
});
