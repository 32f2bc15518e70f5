import type { Catalogue } from '../en';
import { quoted, quotedName } from '../foreign-words';
import { countOf } from './format';

/** What an annotation says its words are. */
export const kinds = {
  enterprise: '기업',
  claim: '주장',
  date: '날짜',
} satisfies Catalogue['kinds'];

/** A number of annotations of one kind. */
export const kindCounts = {
  enterprise: (count) => countOf(count, '기업', '개'),
  claim: (count) => countOf(count, '주장', '개'),
  date: (count) => countOf(count, '날짜', '개'),
} satisfies Catalogue['kindCounts'];

/** How far along the text says the thing claimed is. */
export const claimStatuses = {
  planned: '계획',
  'in-progress': '진행 중',
  completed: '완료',
  asserted: '단언',
  unknown: '알 수 없음',
} satisfies Catalogue['claimStatuses'];

/** Where a publication date was read. */
export const dateSources = {
  header: '머리글에서 읽음',
  dateline: '날짜줄에서 읽음',
  file: '파일에서 읽음',
  user: '직접 입력함',
} satisfies Catalogue['dateSources'];

/** How an annotation came to be. */
export const origins = {
  hand: '직접 표시',
  suggestion: '제안에서',
  import: '가져옴',
} satisfies Catalogue['origins'];

/** The formats of articles, by their media types. */
export const articleFormats = {
  'text/plain': '텍스트',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
} satisfies Catalogue['articleFormats'];

/** Languages of articles by their BCP 47 tag. */
export const languages = {
  en: '영어',
  ko: '조선말/한국어',
  ru: '러시아어',
  zh: '중국어',
  ja: '일본어',
  es: '스페인어',
} satisfies Catalogue['languages'];

export const themes = {
  light: '밝게',
  dark: '어둡게',
  system: '시스템과 같게',
} satisfies Catalogue['themes'];

/** The two windows in which the program can run. */
export const shells = {
  electron: '데스크톱 앱',
  loopback: '브라우저 창',
} satisfies Catalogue['shells'];

/** Change labels: what was done, of an annotation with the words `exact`. */
export const changes = {
  openArticles: (count, title) => (count === 1 ? `${quoted(title)} 열기` : `글 ${count}편 열기`),
  removeArticle: (title) => `${quoted(title)} 빼기`,
  editArticle: (title) => `${quoted(title)}의 서지 정보 편집`,
  annotate: {
    enterprise: (exact) => `기업으로 표시: ${quoted(exact)}`,
    claim: (exact) => `주장으로 표시: ${quoted(exact)}`,
    date: (exact) => `날짜로 표시: ${quoted(exact)}`,
  },
  deleteAnnotation: {
    enterprise: (exact) => `기업 주석 삭제: ${quoted(exact)}`,
    claim: (exact) => `주장 주석 삭제: ${quoted(exact)}`,
    date: (exact) => `날짜 주석 삭제: ${quoted(exact)}`,
  },
  changeKind: {
    enterprise: (exact) => `기업으로 바꿈: ${quoted(exact)}`,
    claim: (exact) => `주장으로 바꿈: ${quoted(exact)}`,
    date: (exact) => `날짜로 바꿈: ${quoted(exact)}`,
  },
  editAnnotation: {
    enterprise: (exact) => `기업 주석 편집: ${quoted(exact)}`,
    claim: (exact) => `주장 주석 편집: ${quoted(exact)}`,
    date: (exact) => `날짜 주석 편집: ${quoted(exact)}`,
  },
  moveEnds: {
    enterprise: (exact) => `기업 주석의 끝 옮김: ${quoted(exact)}`,
    claim: (exact) => `주장 주석의 끝 옮김: ${quoted(exact)}`,
    date: (exact) => `날짜 주석의 끝 옮김: ${quoted(exact)}`,
  },
  addFragment: {
    enterprise: (exact) => `기업 주석에 말 더함: ${quoted(exact)}`,
    claim: (exact) => `주장 주석에 말 더함: ${quoted(exact)}`,
    date: (exact) => `날짜 주석에 말 더함: ${quoted(exact)}`,
  },
  removeFragment: {
    enterprise: (exact) => `기업 주석에서 말 뺌: ${quoted(exact)}`,
    claim: (exact) => `주장 주석에서 말 뺌: ${quoted(exact)}`,
    date: (exact) => `날짜 주석에서 말 뺌: ${quoted(exact)}`,
  },
  annotateAll: {
    enterprise: (exact, count) => `${count}곳을 기업으로 표시: ${quoted(exact)}`,
    claim: (exact, count) => `${count}곳을 주장으로 표시: ${quoted(exact)}`,
    date: (exact, count) => `${count}곳을 날짜로 표시: ${quoted(exact)}`,
  },
  deleteAll: {
    enterprise: (exact, count) => `기업 주석 ${count}개 삭제: ${quoted(exact)}`,
    claim: (exact, count) => `주장 주석 ${count}개 삭제: ${quoted(exact)}`,
    date: (exact, count) => `날짜 주석 ${count}개 삭제: ${quoted(exact)}`,
  },
  deleteAnnotations: (count) => `주석 ${count}개 삭제`,
  changeKinds: {
    enterprise: (count) => `주석 ${count}개를 기업으로 바꿈`,
    claim: (count) => `주석 ${count}개를 주장으로 바꿈`,
    date: (count) => `주석 ${count}개를 날짜로 바꿈`,
  },
  nameEnterprises: (name, count) =>
    name === ''
      ? `기업 ${count}개의 이름 지움`
      : `기업 ${count}개의 이름을 ${quoted(name)}(으)로 정함`,
  setWorkStatus: {
    new: (title) => `${quoted(title)}을(를) 새 글로 표시`,
    'in-work': (title) => `${quoted(title)}을(를) 작업 중으로 표시`,
    done: (title) => `${quoted(title)}을(를) 완료로 표시`,
  },
  imported: (count, articles, fileName) =>
    count === 0
      ? `글 ${articles}편 가져옴: ${quotedName(fileName)}`
      : `주석 ${count}개 가져옴: ${quotedName(fileName)}`,
  editArticleNote: (title) => `${quoted(title)}의 메모 편집`,
  undone: (what) => `실행 취소함 — ${what}`,
  redone: (what) => `다시 실행함 — ${what}`,
  undo: '실행 취소',
} satisfies Catalogue['changes'];

/** The rules by which words became a date, by their lasting names. */
export const dateRules = {
  'iso-day': '2025-01-15 꼴',
  'dotted-day': '2025.1.15. 꼴',
  'month-day-year': '월, 일, 연도',
  'day-month-year': '일, 월, 연도',
  'month-year': '월과 연도',
  year: '연도',
  'hangul-day': '연월일',
  'hangul-month': '연월',
  'hangul-year': '연도',
  'month-day-juche': '월, 일, 주체 연도',
  'day-month-juche': '일, 월, 주체 연도',
  'month-juche': '월과 주체 연도',
  'juche-year': '주체 연도',
  'juche-dotted-day': '주체 연월일',
  'hangul-juche-day': '주체 연월일',
  'hangul-juche-month': '주체 연월',
  'hangul-juche-year': '주체 연도',
} satisfies Catalogue['dateRules'];
