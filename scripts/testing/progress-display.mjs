// @ts-check
import { formatDuration } from '../bootstrap/say.mjs';
import { estimateLeft } from './progress.mjs';

/** Where there is no terminal, a line comes no more often than this. */
const quietMs = 15_000;

/** Takes the cursor to the start of the line and empties the line (ECMA-48, CR and EL). */
const emptyLine = '\r\u001b[K';

/**
 * Says what is running and how much is left: a line when a step begins, and while it runs one that is written over on a
 * terminal, and elsewhere a new one now and then.
 */
export class ProgressDisplay {
  #options;
  #startedAt;
  #index = 0;
  #stepStartedAt = 0;
  #saidAt = 0;
  /** @type {import('./progress.mjs').StepProgress | null} */
  #progress = null;
  #isLive = false;

  /**
   * @param {object} options
   * @param {readonly string[]} options.names of the steps, in their order
   * @param {readonly (number | undefined)[]} options.lasted how long each took the last time, in milliseconds
   * @param {boolean} options.isTerminal
   * @param {(text: string) => void} options.write
   * @param {() => number} options.now in milliseconds
   */
  constructor(options) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  /** @param {number} index of the step that begins */
  begin(index) {
    const { now } = this.#options;
    this.#index = index;
    this.#progress = null;
    this.#stepStartedAt = now();
    this.#say();
  }

  /** @type {import('./progress.mjs').TellProgress} */
  update = (progress) => {
    this.#progress = progress;
    this.refresh();
  };

  /** To be called now and then: also a step that tells nothing of itself is seen to go on. */
  refresh() {
    const { now, isTerminal } = this.#options;
    if (isTerminal || now() - this.#saidAt >= quietMs) this.#say();
  }

  /** Makes room for lines that stay. */
  clear() {
    if (this.#isLive) this.#options.write(emptyLine);
    this.#isLive = false;
  }

  #say() {
    const { isTerminal, write, now } = this.#options;
    this.#saidAt = now();
    this.#isLive = isTerminal;
    write(isTerminal ? `${emptyLine}${this.#line()}` : `${this.#line()}\n`);
  }

  #line() {
    const { names, lasted, now } = this.#options;
    const left = estimateLeft({
      lasted,
      index: this.#index,
      share: this.#share(),
      elapsedMs: now() - this.#startedAt,
    });
    const place = `[${this.#index + 1} of ${names.length}] ${names[this.#index]}`;
    const words = this.#progress === null ? '' : `: ${this.#progress.words}`;
    return `${place}${words}${left === null ? '' : `, about ${formatDuration(left)} left`}`;
  }

  /** A step that tells nothing is taken to be as fast as the last time, and never to be over. */
  #share() {
    if (this.#progress !== null) return this.#progress.share;
    const lasted = this.#options.lasted[this.#index];
    if (lasted === undefined || lasted === 0) return 0;
    return Math.min((this.#options.now() - this.#stepStartedAt) / lasted, 0.95);
  }
}
