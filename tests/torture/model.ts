import type { AnnotationKind } from '../../src/core/annotation/annotation';

/** An annotation of one word, as it must be. */
export interface Mark {
  /** Names it within a run. */
  readonly id: number;
  /** Which word of the article, from 0. */
  readonly word: number;
  readonly kind: AnnotationKind;
  /** Empty while there is none. */
  readonly note: string;
}

/** All annotations of the article after an act. */
export type MarkState = readonly Mark[];

/** Something the person does by keys. All but tagging, undo and redo is done to the annotation that was dealt with last. */
export type HandAct =
  /** Goes to the next word and tags it. */
  | { readonly kind: 'tag'; readonly as: AnnotationKind }
  | { readonly kind: 'change'; readonly as: AnnotationKind }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

type EditAct = Extract<HandAct, { kind: 'change' | 'note' | 'delete' }>;

interface Step {
  readonly before: MarkState;
  readonly after: MarkState;
  readonly word: number;
}

/**
 * What the program must hold after every act, worked out beside it. It notes every state that there was, in order, and
 * which of them the program has acknowledged.
 */
export class MarkModel {
  readonly #wordCount: number;
  readonly #states: MarkState[] = [[]];
  #acknowledged = 0;
  #steps: Step[] = [];
  #done = 0;
  #nextId = 1;
  #caret: { readonly word: number; readonly side: 'start' | 'end' } = { word: 0, side: 'start' };
  #selected: number | null = null;

  constructor(wordCount: number) {
    this.#wordCount = wordCount;
  }

  get now(): MarkState {
    return this.#states.at(-1) ?? [];
  }

  /** How many acts were done; what a glance at the status line is about. */
  get issued(): number {
    return this.#states.length - 1;
  }

  /** The caret: at the start or the end of a word. */
  get caret(): { readonly word: number; readonly side: 'start' | 'end' } {
    return this.#caret;
  }

  /** The word that the next motion goes to the end of; null at the end of the text. */
  get nextWord(): number | null {
    const next = this.#caret.side === 'start' ? this.#caret.word : this.#caret.word + 1;
    return next < this.#wordCount ? next : null;
  }

  /** The states that may be found after an interruption: from the one acknowledged to the last. */
  get allowed(): readonly [MarkState, ...MarkState[]] {
    const [first = [], ...others] = this.#states.slice(this.#acknowledged);
    return [first, ...others];
  }

  /** The program has said that everything is saved when `issued` acts had been done. */
  acknowledge(issued: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, issued);
  }

  /** The caret went on to the end of the next word. */
  moveOn(): void {
    if (this.nextWord !== null) this.#caret = { word: this.nextWord, side: 'end' };
  }

  canDo(act: HandAct): boolean {
    const selected = this.#selectedMark;
    switch (act.kind) {
      case 'tag':
        return this.nextWord !== null;
      case 'change':
        return selected !== null && selected.kind !== act.as;
      case 'note':
      case 'delete':
        return selected !== null;
      case 'undo':
        return this.#done > 0;
      case 'redo':
        return this.#done < this.#steps.length;
    }
  }

  /** Notes that an act is being done. It must be one that can be. */
  do(act: HandAct): void {
    if (!this.canDo(act)) throw new Error(`cannot be done now: ${act.kind}`);
    if (act.kind === 'undo' || act.kind === 'redo') this.#goThroughHistory(act.kind);
    else if (act.kind === 'tag') this.#tag(act.as);
    else this.#changeSelected(act);
  }

  get #selectedMark(): Mark | null {
    return this.now.find(({ id }) => id === this.#selected) ?? null;
  }

  #tag(as: AnnotationKind): void {
    this.moveOn();
    const { word } = this.#caret;
    const twin = this.now.find((mark) => mark.word === word && mark.kind === as);
    if (twin) {
      this.#selected = twin.id;
      return;
    }
    const id = this.#nextId;
    this.#nextId += 1;
    this.#selected = id;
    this.#step([...this.now, { id, word, kind: as, note: '' }], word);
  }

  #changeSelected(act: EditAct): void {
    const mark = this.#selectedMark;
    if (!mark) return;
    const others = this.now.filter((one) => one !== mark);
    const edited = editedBy(act, mark);
    if (!edited) this.#selected = null;
    this.#step(edited ? [...others, edited] : others, mark.word);
  }

  #step(after: MarkState, word: number): void {
    this.#steps = [...this.#steps.slice(0, this.#done), { before: this.now, after, word }];
    this.#done += 1;
    this.#states.push(after);
  }

  #goThroughHistory(way: 'undo' | 'redo'): void {
    const step = this.#steps[way === 'undo' ? this.#done - 1 : this.#done];
    if (!step) return;
    this.#done += way === 'undo' ? -1 : 1;
    this.#states.push(way === 'undo' ? step.before : step.after);
    this.#caret = { word: step.word, side: 'start' };
    this.#selected = null;
  }
}

/** The mark after the act; null when it is gone. */
function editedBy(act: EditAct, mark: Mark): Mark | null {
  switch (act.kind) {
    case 'change':
      return { ...mark, kind: act.as };
    case 'note':
      return { ...mark, note: act.note };
    case 'delete':
      return null;
  }
}
