import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecodeError } from '../../codecs/articles/article-codec';
import type { ChangeLabel } from '../../core/change';
import type { AnnotationId } from '../../core/ids';
import type { Span } from '../../core/text/span';
import type { FileError } from '../../preload/contract';
import type { StoreError } from '../storage/store-error';
import type { OpenArticle } from './open-article';
import type { Settings } from './settings';

/** A file that could not be opened, and why. `unreadable`: the program that reads it failed. */
export interface OpenFailure {
  readonly fileName: string;
  readonly error: FileError | DecodeError | { readonly code: 'unreadable' };
}

/** What came of opening several files: those that failed, and how many did not. */
export interface OpenReport {
  readonly failures: readonly OpenFailure[];
  readonly opened: number;
}

/** Something to tell the person, once. */
export type Notice = { readonly id: number } & (
  | { readonly kind: 'done'; readonly label: ChangeLabel }
  | { readonly kind: 'undone' | 'redone'; readonly label: ChangeLabel }
  | { readonly kind: 'already-open'; readonly title: string }
  | { readonly kind: 'conflict'; readonly error: StoreError }
);

/** How far the opening of several files has got. */
export interface OpeningProgress {
  readonly done: number;
  readonly total: number;
  readonly fileName: string;
  /** `performance.now()` when the first file was begun. */
  readonly since: number;
  /** Stops before the next file; what was opened stays. */
  readonly cancel: () => void;
}

export interface FindState {
  readonly query: string;
  readonly matchCase: boolean;
  readonly found: readonly Span[];
  /** Rises whenever the person asks for the search again: its field takes the focus. */
  readonly summons: number;
  /** Which of the places found is current, from 0. */
  readonly current: number;
}

export type DialogName = 'palette' | 'keys' | 'export' | 'about';

/** Everything that is on screen only, and never stored with the records. */
export interface ScreenState {
  readonly article: OpenArticle | null;
  /** At which offset the open article was left the last time. */
  readonly startOffset: number;
  readonly selection: Span | null;
  readonly selected: AnnotationId | null;
  /** A place to bring into view once; a new object each time. */
  readonly reveal: Span | null;
  readonly find: FindState | null;
  readonly dialog: DialogName | null;
  /** Which column lies over the article in a narrow window. */
  readonly drawer: 'library' | 'inspector' | null;
  readonly opening: OpeningProgress | null;
  /** What came of the last files, when some could not be opened. */
  readonly openReport: OpenReport | null;
  readonly notices: readonly Notice[];
  readonly settings: Settings;
}

export type ScreenStore = StoreApi<ScreenState>;

/** A screen that shows nothing yet. */
export function createScreen(settings: Settings): ScreenStore {
  return createStore<ScreenState>(() => ({
    article: null,
    startOffset: 0,
    selection: null,
    selected: null,
    reveal: null,
    find: null,
    dialog: null,
    drawer: null,
    opening: null,
    openReport: null,
    notices: [],
    settings,
  }));
}

/** A notice without its number. */
export type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

let lastNotice = 0;

/** Shows `notice` until it is dismissed, in the place of an earlier one of its kind that would now mislead. */
export function tell(screen: ScreenStore, notice: NewNotice): void {
  lastNotice += 1;
  const numbered = { ...notice, id: lastNotice } as Notice;
  const isHistory = ({ kind }: NewNotice): boolean =>
    kind === 'done' || kind === 'undone' || kind === 'redone';
  screen.setState(({ notices }) => ({
    notices: [...notices.filter((earlier) => !(isHistory(earlier) && isHistory(notice))), numbered],
  }));
}

/** Takes the notice with this number away. */
export function dismissNotice(screen: ScreenStore, id: number): void {
  screen.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
