import type { Catalogue } from '../en';
import { numberOf } from './format';

/** The check of the project. */
export const health = {
  title: '프로젝트 점검',
  intro: '모든 주석을 본문과 대조합니다. 아무것도 바꾸지 않습니다.',
  checking: (done, total) =>
    total === 0 ? '점검하는 중…' : `글 ${numberOf(total)}편 중 ${numberOf(done)}편 점검함`,
  sound: '프로젝트에 이상이 없습니다',
  checked: (articles, annotations) =>
    `글 ${numberOf(articles)}편, 주석 ${numberOf(annotations)}개를 점검함`,
  found: (count) => `이상 ${numberOf(count)}개를 찾았습니다`,
  unchanged: '아무것도 바꾸지 않았으며, 있던 것은 모두 그대로 있습니다.',
  ways: '먼저 지금 있는 것을 내보내십시오. 그다음 하나씩 살펴보거나, 백업에서 이전 상태를 복원하십시오.',
  groups: '종류별 이상',
  list: '이상 목록',
  row: ({ fault, words, title }) => [words, title, fault].filter((part) => part !== '').join('; '),
  listed: (listed, count) => `${numberOf(count)}개 중 처음 ${numberOf(listed)}개를 보입니다.`,
  look: '살펴보기',
  show: '주석 보기',
  showHint: 'Enter 키를 누르면 그 주석을 봅니다.',
  exportAll: '지금 있는 것 내보내기…',
  restore: '복원 화면 열기',
  close: '닫기',
  stop: '중단',
  stopped: '점검을 마치지 못했습니다',
  stoppedSafe: '아무것도 바꾸지 않았습니다.',
  stoppedNext:
    '다시 점검하고, 또 안 되면 지금까지의 작업을 내보낸 뒤 Dateline을 다시 시작하십시오.',
  again: '다시 점검',
  codes: {
    'record-misfits': {
      what: '이 프로그램이 쓰지 않는 값이 들어 있습니다.',
      count: (count) => `손상된 기록 ${numberOf(count)}개`,
    },
    'span-outside-text': {
      what: '위치가 본문을 벗어납니다.',
      count: (count) => `본문을 벗어난 위치 ${numberOf(count)}개`,
    },
    'span-splits-pair': {
      what: '위치가 글자를 가릅니다.',
      count: (count) => `글자를 가르는 위치 ${numberOf(count)}개`,
    },
    'fragments-out-of-order': {
      what: '조각이 본문의 차례대로가 아닙니다.',
      count: (count) => `조각의 차례가 어긋난 주석 ${numberOf(count)}개`,
    },
    'quote-differs': {
      what: '그 위치의 말이 표시했던 말과 다릅니다.',
      count: (count) => `말이 다른 주석 ${numberOf(count)}개`,
    },
    'article-missing': {
      what: '주석이 달린 글이 없습니다.',
      count: (count) => `글이 없는 주석 ${numberOf(count)}개`,
    },
    'text-missing': {
      what: '글의 본문이 없습니다.',
      count: (count) => `본문이 없는 글 ${numberOf(count)}편`,
    },
    'text-differs': {
      what: '글의 본문이 열 때의 본문과 다릅니다.',
      count: (count) => `본문이 달라진 글 ${numberOf(count)}편`,
    },
    'counts-differ': {
      what: '글에 적힌 주석 수가 실제와 다릅니다.',
      count: (count) => `주석 수가 틀린 글 ${numberOf(count)}편`,
    },
    'page-differs': {
      what: '함께 저장된 주석의 순서가 어긋났거나, 이름으로 찾을 때 일부가 빠질 수 있습니다.',
      count: (count) => `순서가 어긋난 주석 묶음 ${numberOf(count)}개`,
    },
    'log-gap': {
      what: '편집 기록의 일부가 없습니다.',
      count: (count) => `편집 기록의 빈 곳 ${numberOf(count)}군데`,
    },
    'undo-head-missing': {
      what: '실행 취소가 시작될 단계가 편집 기록에 없습니다.',
      count: (count) => `없어진 실행 취소 단계 ${numberOf(count)}개`,
    },
  },
} satisfies Catalogue['health'];
