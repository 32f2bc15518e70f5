import type { Catalogue } from '../en';
import { numberOf } from './format';

/** What is said to those who hear the window. */
export const voice = {
  space: '빈칸',
  noBreakSpace: '줄 바꿈 없는 빈칸',
  tab: '탭',
  otherBlank: '빈자리',
  paragraph: (number, text) => `단락 ${numberOf(number)}: ${text}`,
  selected: (text) => `선택함: ${text}`,
  inside: (annotations) => `${annotations} 안`,
  annotation: (kind, exact) => `${kind} ${exact}`,
  annotationOf: (annotation, place, total, paragraph) =>
    `${annotation}, ${numberOf(total)}개 중 ${numberOf(place)}번째, 단락 ${numberOf(paragraph)}`,
  movingStart: (exact) => `처음 옮기는 중: ${exact}`,
  movingEnd: (exact) => `끝 옮기는 중: ${exact}`,
} satisfies Catalogue['voice'];

/** What is shown while the ends of an annotation are being moved by keys. */
export const adjusting = {
  label: '끝 옮기기',
  start: '처음',
  end: '끝',
  byWord: '낱말씩',
  byCharacter: '글자씩',
  switchEnd: '다른 쪽 끝',
  keep: '이대로 두기',
  leave: '되돌리기',
} satisfies Catalogue['adjusting'];
