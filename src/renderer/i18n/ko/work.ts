import type { Catalogue } from '../en';
import { numberOf } from './format';

/** How far the work on an article is, the note on it, and its citation. */
export const work = {
  status: '작업',
  statuses: { new: '새 글', 'in-work': '작업 중', done: '완료' },
  note: '글에 대한 메모',
  notePlaceholder: '글 전체에 대한 메모 쓰기',
  filter: '보이는 글',
  all: '모두',
  choice: (status, count) => `${status} ${numberOf(count)}`,
  none: {
    new: '새 글이 없습니다. 모두 작업 중이거나 완료했습니다.',
    'in-work': '작업 중인 글이 없습니다.',
    done: '아직 완료한 글이 없습니다.',
  },
  showAll: '모든 글 보이기',
  hasNote: '메모 있음',
  monthDone: (done, count) => `${numberOf(count)}편 중 ${numberOf(done)}편 완료`,
  allDone: '다른 글은 모두 완료했습니다.',
  /** The words inside a quotation's source. */
  quotation: {
    paragraph: (number) => `${number}번째 문단`,
    paragraphs: (first, last) => `${first}–${last}번째 문단`,
  },
} satisfies Catalogue['work'];
