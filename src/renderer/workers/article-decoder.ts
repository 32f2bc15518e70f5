import type { ArticleFile, DecodedArticle, DecodeError } from '../../codecs/articles/article-codec';
import { err, type Result } from '../../core/result';

/** What the page sends to the worker. */
export interface DecodeRequest {
  readonly id: number;
  readonly file: ArticleFile;
}

/** What comes back. */
export interface DecodeReply {
  readonly id: number;
  readonly outcome: Result<DecodedArticle, DecodeError>;
}

/** `unreadable`: the worker failed or took too long on this file; others are not touched by it. */
export type DecodeFailure = DecodeError | { readonly code: 'unreadable' };

/** How long one file may take, in milliseconds. */
const patience = 120_000;

/** Decodes articles in a worker of its own, one after another; a worker that fails is replaced. */
export class ArticleDecoder {
  #worker: Worker | null = null;
  #giveUp: (() => void) | null = null;
  #lastId = 0;
  #queue: Promise<unknown> = Promise.resolve();

  /** Reads one file; its bytes are handed over and no longer usable by the caller. */
  decode(file: ArticleFile): Promise<Result<DecodedArticle, DecodeFailure>> {
    const run = this.#queue.then(() => this.#run(file));
    this.#queue = run;
    return run;
  }

  /** Gives up the file that is being read, as `unreadable`; those after it are not touched. */
  cancel(): void {
    this.#giveUp?.();
  }

  #run(file: ArticleFile): Promise<Result<DecodedArticle, DecodeFailure>> {
    const worker = this.#ensureWorker();
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const over = new AbortController();
      const { signal } = over;
      const settle = (outcome: Result<DecodedArticle, DecodeFailure>): void => {
        over.abort();
        clearTimeout(timer);
        this.#giveUp = null;
        resolve(outcome);
      };
      const giveUp = (): void => {
        worker.terminate();
        this.#worker = null;
        settle(err({ code: 'unreadable' }));
      };
      this.#giveUp = giveUp;
      const timer = setTimeout(giveUp, patience);
      worker.addEventListener('error', giveUp, { signal });
      worker.addEventListener('messageerror', giveUp, { signal });
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<DecodeReply>) => {
          if (data.id === id) settle(data.outcome);
        },
        { signal },
      );
      const request: DecodeRequest = { id, file };
      worker.postMessage(request, [file.bytes.buffer]);
    });
  }

  #ensureWorker(): Worker {
    this.#worker ??= new Worker(new URL('./decode-worker.ts', import.meta.url), {
      type: 'module',
      name: 'decode',
    });
    return this.#worker;
  }
}
