import type { Catalogue } from '../en';
import { quoted } from '../foreign-words';
import { numberOf } from './format';

/** The dialog that tags or deletes every place of some words. */
export const identical = {
  tagTitle: {
    enterprise: (exact) => `같은 말 모두 기업으로 표시: ${quoted(exact)}`,
    claim: (exact) => `같은 말 모두 주장으로 표시: ${quoted(exact)}`,
    date: (exact) => `같은 말 모두 날짜로 표시: ${quoted(exact)}`,
  },
  deleteTitle: {
    enterprise: (exact) => `같은 기업 주석 모두 삭제: ${quoted(exact)}`,
    claim: (exact) => `같은 주장 주석 모두 삭제: ${quoted(exact)}`,
    date: (exact) => `같은 날짜 주석 모두 삭제: ${quoted(exact)}`,
  },
  intro: '한 번의 실행 취소로 모두 되돌릴 수 있습니다.',
  kind: '종류',
  matching: '맞추는 방식',
  exact: '똑같은 글자만',
  loose: '대소문자, 띄어쓰기, 붙임표 무시',
  wholeWords: '온전한 낱말만 (뒤에 붙는 조사는 허용)',
  scope: '범위',
  thisArticle: '이 글',
  allArticles: '모든 글',
  places: (places, articles) => `글 ${numberOf(articles)}편에서 ${numberOf(places)}곳`,
  annotations: (tagged, articles) => `글 ${numberOf(articles)}편에서 주석 ${numberOf(tagged)}개`,
  skippedTagged: (count) => `이미 표시한 ${numberOf(count)}곳은 건너뜀`,
  skippedInside: (count) => `더 긴 주석 안에 든 ${numberOf(count)}곳은 건너뜀`,
  list: { tag: '표시할 곳', delete: '삭제할 주석' },
  row: ({ context, title, paragraph, taken }) =>
    `${context}; ${title}, ${paragraph}번째 문단, ${taken ? '고름' : '뺌'}`,
  all: '모두',
  chosen: (chosen, total) => `${numberOf(total)}개 중 ${numberOf(chosen)}개 고름`,
  tag: (count) => (count === 0 ? '표시' : `${numberOf(count)}곳 표시`),
  delete: (count) => (count === 0 ? '삭제' : `주석 ${numberOf(count)}개 삭제`),
  searching: (done, total) => `글 ${numberOf(total)}편 중 ${numberOf(done)}편 찾아봄`,
  stop: '찾기 중지',
  again: '다시 찾기',
  cancel: '취소',
  why: {
    searching: '아직 찾는 중입니다.',
    stopped: '찾기를 멈췄습니다.',
    applying: '저장하는 중…',
    notFound: '이 말을 찾지 못했습니다.',
    noAnnotation: '그런 주석이 남아 있지 않습니다.',
    allTagged: '모든 곳이 이미 표시되어 있습니다.',
    noneChosen: '모두 빼 놓았습니다. 스페이스 바나 클릭으로 하나 이상 고르십시오.',
  },
} satisfies Catalogue['identical'];
