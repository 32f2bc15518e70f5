import type { Catalogue } from '../en';
import { numberOf } from './format';

/** The list of all edits, by which one goes back and forward. */
export const history = {
  title: '편집 기록',
  close: '편집 기록 닫기',
  empty: '아직 편집한 것이 없습니다.',
  emptyNext: '편집할 때마다 여기에 쌓이며, 그 어느 때로든 돌아갈 수 있습니다.',
  today: '오늘',
  yesterday: '어제',
  ago: (seconds) => {
    if (seconds < 60) return '방금';
    if (seconds < 3_600) return `${Math.floor(seconds / 60)}분 전`;
    return `${Math.floor(seconds / 3_600)}시간 전`;
  },
  clock: (at) => `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
  by: (coder) => `작업자 ${coder}`,
  byNobody: '작업자 이름 없음',
  here: '현재 위치',
  undone: '취소됨',
  beginning: '첫 편집 이전',
  goBack: (steps) => `${numberOf(steps)}단계 실행 취소`,
  wentBack: (steps) => `${steps}단계 되돌아감`,
  wentForward: (steps) => `${steps}단계 나아감`,
  goForward: (steps) => `${numberOf(steps)}단계 다시 실행`,
} satisfies Catalogue['history'];

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
