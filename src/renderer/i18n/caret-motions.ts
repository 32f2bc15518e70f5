/** Every way in which the caret moves, in the order in which they are listed. */
export const caretMotions = [
  'character.next',
  'character.previous',
  'word.next',
  'word.previous',
  'sentence.next',
  'sentence.previous',
  'line.next',
  'line.previous',
  'lineEdge.next',
  'lineEdge.previous',
  'paragraph.next',
  'paragraph.previous',
  'page.next',
  'page.previous',
  'document.next',
  'document.previous',
] as const;

/** One motion of the caret. */
export type CaretMotion = (typeof caretMotions)[number];

/** The commands of all motions, with labels from the places to which they lead. */
export function labelMotions(
  places: Readonly<Record<CaretMotion, string>>,
  label: { readonly move: (to: string) => string; readonly select: (to: string) => string },
): MotionLabels {
  const entries = caretMotions.flatMap((motion) => [
    [`caret.move.${motion}`, label.move(places[motion])],
    [`caret.select.${motion}`, label.select(places[motion])],
  ]);
  return Object.fromEntries(entries) as MotionLabels;
}

type MotionLabels = Record<`caret.${'move' | 'select'}.${CaretMotion}`, string>;
