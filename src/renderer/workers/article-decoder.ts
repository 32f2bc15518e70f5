import type { ArticleFile, DecodedArticle, DecodeError } from '../../codecs/articles/article-codec';
import { err, type Result } from '../../core/result';
import { askWorker } from './ask-worker';

/** Reading one file. */
export interface DecodeTask {
  readonly question: ArticleFile;
  readonly part: never;
  readonly answer: Result<DecodedArticle, DecodeError>;
}

/** `unreadable`: the worker failed or took too long on this file; others are not touched by it. */
export type DecodeFailure = DecodeError | { readonly code: 'unreadable' };

/** How long one file may take, in milliseconds. */
const patience = 120_000;

/** Decodes articles in a worker of its own, one after another; a worker that fails is replaced. */
export class ArticleDecoder {
  #worker: Worker | null = null;
  #reading: AbortController | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** Reads one file; its bytes are handed over and no longer usable by the caller. */
  decode(file: ArticleFile): Promise<Result<DecodedArticle, DecodeFailure>> {
    const run = this.#queue.then(() => this.#run(file));
    this.#queue = run;
    return run;
  }

  /** Gives up the file that is being read, as `unreadable`; those after it are not touched. */
  cancel(): void {
    this.#reading?.abort();
  }

  async #run(file: ArticleFile): Promise<Result<DecodedArticle, DecodeFailure>> {
    this.#worker ??= new Worker(new URL('./decode-worker.ts', import.meta.url), {
      type: 'module',
      name: 'decode',
    });
    const reading = new AbortController();
    this.#reading = reading;
    const timer = setTimeout(() => reading.abort(), patience);
    const { signal } = reading;
    const transfer = [file.bytes.buffer];
    const answered = await askWorker<DecodeTask>(this.#worker, file, { signal, transfer });
    clearTimeout(timer);
    if (answered.ok) return answered.value;
    this.#worker = null;
    return err({ code: 'unreadable' });
  }
}
