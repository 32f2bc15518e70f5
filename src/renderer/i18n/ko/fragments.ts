import type { Catalogue } from '../en';
import { numberOf } from './format';

/** Several annotations under one place, several fragments of one annotation, and the lists in the text. */
export const fragments = {
  chooser: '이 자리의 주석, 안쪽부터',
  item: (kind, exact, value) =>
    value === null ? `${kind}: ${exact}` : `${kind}: ${exact}, ${value}`,
  inParagraph: (number) => `${numberOf(number)}번째 문단의 주석`,
  title: (count) => `말 조각 ${numberOf(count)}개`,
  show: (number) => `말 조각 ${numberOf(number)} 보기`,
  remove: (number) => `말 조각 ${numberOf(number)} 빼기`,
} satisfies Catalogue['fragments'];
