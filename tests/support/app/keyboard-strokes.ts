import type { CommandId } from '../../../src/renderer/i18n/en';

/** One thing done on the keyboard: the key of a command, a letter into the search, or the key that ends the search. */
export type Stroke =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'leave-search' };

/** The key of a command. */
export function command(id: CommandId): Stroke {
  return { kind: 'command', id };
}

/** Hangul letters that take two presses on the usual Korean keyboard, such as ㅘ and ㄺ; doubled ones take Shift. */
const twoPresses = /[\u116a-\u116c\u116f-\u1171\u1174\u11aa\u11ac\u11ad\u11b0-\u11b6\u11b9]/g;

/** How often a key goes down: a chord counts once, a syllable of hangul as the letters of which it is written. */
export function pressesOf(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, stroke) => {
    if (stroke.kind !== 'letter') return sum + 1;
    const letters = stroke.letter.normalize('NFD');
    return sum + letters.length + (letters.match(twoPresses)?.length ?? 0);
  }, 0);
}

/** For a person who looks for a fault: `find.open ‘mok’ leave-search caret.select.word.next`. */
export function describeStrokes(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      if (stroke.kind === 'letter') return `‘${stroke.letter}’`;
      return stroke.kind === 'command' ? stroke.id : stroke.kind;
    })
    .join(' ')
    .replaceAll('’ ‘', '');
}
