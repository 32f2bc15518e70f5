import { countOf, numberOf } from './format';

/** Several annotations under one place, several fragments of one annotation, and the lists in the text. */
export const fragments = {
  chooser: 'Annotations here, innermost first',
  /** An annotation in one line, `value` being what was said of its words. */
  item: (kind: string, exact: string, value: string | null) =>
    value === null ? `${kind}: ${exact}` : `${kind}: ${exact}, ${value}`,
  inParagraph: (number: number) => `Annotations in paragraph ${numberOf(number)}`,
  title: (count: number) => countOf(count, 'fragment', 'fragments'),
  show: (number: number) => `Show fragment ${numberOf(number)}`,
  remove: (number: number) => `Remove fragment ${numberOf(number)}`,
};
