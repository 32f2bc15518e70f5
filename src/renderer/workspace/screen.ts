import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecodeError } from '../../codecs/articles/article-codec';
import type { AnnotationBody, FragmentEnd, Fragments } from '../../core/annotation/annotation';
import type { ChangeLabel } from '../../core/change';
import type { HealthReport } from '../../core/health/finding';
import type { AnnotationId } from '../../core/ids';
import type { Caret } from '../../core/text/caret';
import type { Span } from '../../core/text/span';
import type { FileError } from '../../preload/contract';
import type { StoreError } from '../storage/store-error';
import type { Importing } from './actions/import/import-state';
import type { FileSource } from './actions/opening/file-source';
import type { OpenArticle } from './open-article';
import type { OtherVersion } from './other-versions';
import { noPlaces, type Places } from './places';
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
  | { readonly kind: 'went-back' | 'went-forward'; readonly steps: number }
  | { readonly kind: 'already-open'; readonly title: string }
  /** Another version of a file that was opened is there and tagged, and so it is with `more` other files. */
  | ({ readonly kind: 'other-version'; readonly more: number } & OtherVersion)
  | { readonly kind: 'quotation-copied' }
  | { readonly kind: 'none-untagged' }
  | { readonly kind: 'all-done' }
  /** An input method has taken a key where no one types. */
  | { readonly kind: 'input-method' }
  | { readonly kind: 'conflict'; readonly error: StoreError }
  /** The script of what was asked for could not be read. */
  | { readonly kind: 'part-unread' }
  /** The page before this one was lost while it opened `fileName`, or nothing. */
  | { readonly kind: 'page-lost'; readonly fileName: string | null }
  /** The backup, or a part of it, was gone at the start; another stands for it. */
  | { readonly kind: 'backup-lost'; readonly what: 'folder' | 'part' }
  | { readonly kind: 'backed-up' }
  | { readonly kind: 'not-backed-up'; readonly error: FileError }
  /** The project was brought back from its backup before this start. */
  | {
      readonly kind: 'restored';
      readonly articles: number;
      readonly annotations: number;
      readonly missingTexts: number;
      readonly keptAside: boolean;
    }
  /** The check after the start has found so many faults. */
  | { readonly kind: 'faults-found'; readonly count: number }
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

/** An annotation whose ends are being moved: how it would be, before it is stored. */
export interface Adjusting {
  readonly id: AnnotationId;
  /** The end that the keys or the pointer move. */
  readonly end: FragmentEnd;
  /** Where that end is now. */
  readonly offset: number;
  /** The fragments when this end was taken up. */
  readonly base: Fragments;
  /** The fragments with the end where it is now. */
  readonly fragments: Fragments;
  /** Whether keys move it, rather than the pointer. */
  readonly byKey: boolean;
}

/** How the caret came to where it is, for those who hear it. */
export type CaretUnit = 'character' | 'word' | 'sentence' | 'paragraph' | 'line' | 'place';

/** Words of which every place is to be tagged, or every annotation deleted. */
export interface IdenticalWords {
  readonly job: 'tag' | 'delete';
  readonly words: string;
  /** What the annotations say or are to say. */
  readonly body: AnnotationBody;
  /** Whether no annotation says yet what the words are, so that the kind can be chosen. */
  readonly kindIsFree: boolean;
}

/** Annotations that lie at one place, to choose from. */
export interface Choosing {
  /** The innermost first. */
  readonly ids: readonly AnnotationId[];
  readonly offset: number;
  /** Whether the keyboard asked for it, so that it takes the focus. */
  readonly byKey: boolean;
}

export type DialogName =
  | 'palette'
  | 'keys'
  | 'export'
  | 'about'
  | 'identical'
  | 'import'
  | 'health';

/** Everything that is on screen only, and never stored with the records. */
export interface ScreenState {
  readonly article: OpenArticle | null;
  /** At which offset the open article was left the last time. */
  readonly startOffset: number;
  readonly caret: Caret | null;
  /** What the caret spans, trimmed and in whole clusters; null when nothing is selected. */
  readonly selection: Span | null;
  /** How the caret was moved last. */
  readonly caretUnit: CaretUnit;
  /** The carets from which the selection was widened by structure, to narrow it again; the latest last. */
  readonly widenedFrom: readonly Caret[];
  readonly selected: AnnotationId | null;
  /** Which of the two the keys act on while no words are selected: the one that was chosen or moved last. */
  readonly acting: 'annotation' | 'caret';
  readonly adjusting: Adjusting | null;
  readonly choosing: Choosing | null;
  /** An annotation pointed at outside the text, which shows it. */
  readonly pointedAt: AnnotationId | null;
  readonly places: Places;
  /** A place to bring into view once; a new object each time. */
  readonly reveal: Span | null;
  readonly find: FindState | null;
  /** What the dialog of this name is about. */
  readonly identical: IdenticalWords | null;
  /** What the dialog `import` is about; it goes on while the dialog is closed. */
  readonly importing: Importing | null;
  /** Exports that are to be imported after it. */
  readonly toImport: readonly FileSource[];
  /** What the main column shows. */
  readonly view: 'read' | 'table';
  /** Whether the right column shows the history. */
  readonly historyOpen: boolean;
  readonly dialog: DialogName | null;
  /** Which column lies over the article in a narrow window. */
  readonly drawer: 'library' | 'inspector' | null;
  readonly opening: OpeningProgress | null;
  /** What came of the last files, when some could not be opened. */
  readonly openReport: OpenReport | null;
  readonly notices: readonly Notice[];
  /** What the check after the start has found, when it has found any. */
  readonly faults: HealthReport | null;
  /** Whether the restore page stands before the project. */
  readonly restoring: boolean;
  readonly settings: Settings;
}

export type ScreenStore = StoreApi<ScreenState>;

/** A screen that shows nothing yet. */
export function createScreen(settings: Settings): ScreenStore {
  return createStore<ScreenState>(() => ({
    article: null,
    startOffset: 0,
    caret: null,
    selection: null,
    caretUnit: 'place',
    widenedFrom: [],
    selected: null,
    acting: 'caret',
    adjusting: null,
    choosing: null,
    pointedAt: null,
    places: noPlaces,
    reveal: null,
    find: null,
    identical: null,
    importing: null,
    toImport: [],
    view: 'read',
    historyOpen: false,
    dialog: null,
    drawer: null,
    opening: null,
    openReport: null,
    notices: [],
    faults: null,
    restoring: false,
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
    ['done', 'undone', 'redone', 'went-back', 'went-forward'].includes(kind);
  screen.setState(({ notices }) => ({
    notices: [...notices.filter((earlier) => !(isHistory(earlier) && isHistory(notice))), numbered],
  }));
}

/** Takes the notice with this number away. */
export function dismissNotice(screen: ScreenStore, id: number): void {
  screen.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
