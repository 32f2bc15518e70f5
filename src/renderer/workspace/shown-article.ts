import type { Article } from '../../core/article';
import type { RecordChange } from '../../core/change';
import type { ArticleId } from '../../core/ids';
import { Follower } from '../storage/follower';
import type { Library } from './library';
import { type ArticleSource, OpenArticle } from './open-article';
import type { ScreenStore } from './screen';

/** Under which key of the store's state the id of the article that is shown lies; null while none is. */
export const openKey = 'open-article';
const placeKey = (id: ArticleId): string => `place ${id}`;

/** When something was asked for: of two, the later one is the greater. */
export type Asked = number;

/** What the article that is shown is found in, and where it is shown. */
export interface ShownSource extends ArticleSource {
  readonly library: Pick<Library, 'article'>;
  readonly screen: ScreenStore;
}

type ArticleChange = Extract<RecordChange, { table: 'articles' }>;

/** An article on its way to the screen. */
interface Opening {
  readonly id: ArticleId;
  shown: Promise<boolean>;
}

/**
 * Decides which article is shown, and nobody else does. What a person asked for last wins, however long it takes until it
 * is known which article that is, and until it is there. An act never takes the place of what was asked for: it takes away
 * the article that is shown when it removes it, and one that it brings is shown when none is and none is on its way.
 *
 * Which article is shown and where each was left is kept for the next start. That is where the person is, no work of
 * theirs: nothing hangs on its being written.
 */
export class ShownArticle {
  readonly #source: ShownSource;
  #opening: Opening | null = null;
  #lastAsked: Asked = 0;
  /** When what is shown, or is on its way, was asked for. */
  #decided: Asked = 0;
  /** What acts have set off and is not at its end. */
  readonly #following = new Set<Promise<unknown>>();

  constructor(source: ShownSource) {
    this.#source = source;
  }

  /** From now on acts take away and bring articles. */
  follow(): void {
    const { store } = this.#source;
    new Follower({ store, isOwn }).begin((changes) => this.#follow(changes));
  }

  /** Notes that a person asks for an article now, whose id is known later: it is to be given to `show`. */
  ask(): Asked {
    this.#lastAsked += 1;
    return this.#lastAsked;
  }

  /** Whether what was asked for then can still be shown: nothing asked for later has been decided on. */
  isWanted(asked: Asked): boolean {
    return asked >= this.#decided;
  }

  /**
   * Shows the article with this id at the place where it was left, and settles when that is done or can no more be: true
   * when it is shown. Whoever asks for one that is on its way waits for it. Nothing happens when another was asked for
   * since `asked`, and when there is no such article. Throws when it cannot be read.
   */
  async show(id: ArticleId, asked: Asked = this.ask()): Promise<boolean> {
    if (!this.isWanted(asked)) return false;
    this.#decided = asked;
    if (this.#opening?.id === id) return this.#opening.shown;
    this.#opening = null;
    return this.#shown?.id === id || this.#open(id);
  }

  /** Shows no article, whatever was asked for before. */
  async close(): Promise<void> {
    this.#decided = this.ask();
    this.#opening = null;
    await this.#takeAway();
  }

  /** Keeps the place at which the article that is shown is being read. */
  async rememberPlace(offset: number): Promise<void> {
    if (this.#shown) await this.#note(placeKey(this.#shown.id), offset);
  }

  /** Settles when nothing is under way that acts have set off. It never rejects. */
  async idle(): Promise<void> {
    while (this.#following.size > 0) await Promise.allSettled(this.#following);
  }

  get #shown(): OpenArticle | null {
    return this.#source.screen.getState().article;
  }

  #follow(changes: readonly ArticleChange[]): void {
    const left = new Map(changes.map(({ id, after }) => [id, after]));
    if (this.#shown && left.get(this.#shown.id) === null) this.#goOn(this.#takeAway());
    const come = changes.find(({ id, before }) => before === null && left.get(id));
    if (come && !this.#shown && !this.#opening) this.#goOn(this.#open(come.id));
  }

  /** What fails in it is a fault like any that nobody waits for. */
  #goOn(work: Promise<unknown>): void {
    this.#following.add(work);
    void work.finally(() => this.#following.delete(work));
  }

  #open(id: ArticleId): Promise<boolean> {
    const opening: Opening = { id, shown: Promise.resolve(false) };
    this.#opening = opening;
    opening.shown = this.#bring(opening);
    return opening.shown;
  }

  async #bring(opening: Opening): Promise<boolean> {
    const resume = this.#shown?.rest();
    try {
      const { id } = opening;
      const found = await this.#read(id);
      if (!found) return false;
      const { open, startOffset } = found;
      // An undo may have taken it away while it was being read.
      if (this.#opening !== opening || open.isGone) {
        open.close();
        return false;
      }
      this.#opening = null;
      this.#replace(open, startOffset);
      open.readRest();
      await this.#note(openKey, id);
      return this.#shown === open;
    } finally {
      if (this.#opening === opening) this.#opening = null;
      resume?.();
    }
  }

  /** The article and where it was left; null when there is none, or none any more. */
  async #read(
    id: ArticleId,
  ): Promise<{ readonly open: OpenArticle; readonly startOffset: number } | null> {
    const { queries, library, store } = this.#source;
    const article: Article | null = library.article(id) ?? (await queries.article(id));
    if (!article) return null;
    const place = queries
      .readState(placeKey(id))
      .then((left) => (typeof left === 'number' ? left : 0));
    const open = await OpenArticle.open(article, place, { store, queries });
    return open && { open, startOffset: await place };
  }

  async #takeAway(): Promise<void> {
    this.#replace(null, 0);
    await this.#note(openKey, null);
  }

  #replace(article: OpenArticle | null, startOffset: number): void {
    const { screen } = this.#source;
    this.#shown?.close();
    screen.setState({
      article,
      startOffset,
      caret: null,
      selection: null,
      widenedFrom: [],
      selected: null,
      acting: 'caret',
      adjusting: null,
      choosing: null,
      find: null,
      view: 'read',
    });
  }

  /** What keeps it from being written, the next edit tells; the next start begins elsewhere then. */
  async #note(key: string, value: unknown): Promise<void> {
    try {
      await this.#source.queries.writeState(key, value);
    } catch {
      // As said.
    }
  }
}

function isOwn(record: RecordChange): record is ArticleChange {
  return record.table === 'articles';
}
