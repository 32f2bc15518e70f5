import { numberOf } from './format';

/** What is said to those who hear the window: where the caret went, and what is selected. */
export const voice = {
  space: 'space',
  noBreakSpace: 'no-break space',
  tab: 'tab',
  otherBlank: 'blank',
  paragraph: (number: number, text: string) => `Paragraph ${numberOf(number)}: ${text}`,
  selected: (text: string) => `Selected: ${text}`,
  inside: (annotations: string) => `in ${annotations}`,
  annotation: (kind: string, exact: string) => `${kind} ${exact}`,
  annotationOf: (annotation: string, place: number, total: number, paragraph: number) =>
    `${annotation}, ${numberOf(place)} of ${numberOf(total)}, paragraph ${numberOf(paragraph)}`,
  movingStart: (exact: string) => `Moving the start: ${exact}`,
  movingEnd: (exact: string) => `Moving the end: ${exact}`,
};

/** What is shown while the ends of an annotation are being moved by keys. */
export const adjusting = {
  label: 'Moving ends',
  start: 'Start',
  end: 'End',
  byWord: 'by word',
  byCharacter: 'by character',
  switchEnd: 'Other end',
  keep: 'Keep',
  leave: 'Leave',
};
