import type { Catalogue } from '../en';
import { quoted, quotedName } from '../foreign-words';
import { numberOf, sizeOf } from './format';

const unchanged = '가져온 것은 없고, 여기 있는 것은 모두 그대로입니다.';
const again = '원래 있던 곳에서 다시 복사하거나, 거기서 다시 내보내십시오.';
const smaller = '글 하나씩 작은 파일로 내보낸 뒤 그 파일들을 가져오십시오.';

/** The dialog that imports an export of this program. */
export const importing = {
  title: '가져오기',
  from: (fileName) => `가져올 파일: ${quotedName(fileName)}`,
  waiting: (count) => `이 파일 다음에 ${numberOf(count)}개가 더 기다립니다.`,
  reading: (done, total) =>
    total === 0
      ? '파일을 읽는 중…'
      : `주석 ${numberOf(total)}개 중 ${numberOf(done)}개를 본문과 대조함`,
  comparing: (done, total) =>
    `주석 ${numberOf(total)}개 중 ${numberOf(done)}개를 여기 있는 것과 견주어 봄`,
  applying: (done, total) =>
    total === 0 ? '저장하는 중…' : `주석 ${numberOf(total)}개 중 ${numberOf(done)}개 저장함`,
  goOn: '이 창을 닫고 표시 작업을 계속해도 됩니다.',
  withdrawing: '저장한 것을 되돌리는 중…',
  table: '파일에 든 것',
  articles: '글',
  annotations: '주석',
  fresh: '새것',
  same: '이미 있음',
  conflicting: '서로 다름',
  rule: '서로 다를 때',
  decisions: { mine: '내 것 유지', theirs: '파일의 것으로 바꿈', both: '둘 다 둠' },
  ruleHint:
    '글의 서지 정보와, 같은 말에 한 작업자가 단 주석은 둘 다 둘 수 없으므로 내 것을 유지합니다.',
  conflicts: '서로 다른 것',
  row: ({ words, title, decision, isException }) =>
    `${words}; ${title}; ${decision}${isException ? ' (이것만 따로 정함)' : ''}`,
  factsOf: (title) => `${quoted(title)}의 서지 정보`,
  forThisOne: '이것만',
  mine: '내 것',
  theirs: '파일의 것',
  nothing: '없음',
  wordsAt: (words, spans) =>
    `${words} (${spans.map(({ start, end }) => `${numberOf(start)}–${numberOf(end)}`).join(', ')})`,
  byHand: '직접 입력',
  byRule: (rule) => `규칙: ${rule}`,
  changed: '고친 때',
  oneUndo: '한 번의 실행 취소로 모두 되돌릴 수 있습니다.',
  nothingToDo: '모두 이미 여기 있습니다.',
  allMine: '이대로 정하면 바뀌는 것이 없습니다.',
  start: (annotations, articles) => {
    if (annotations > 0) return `주석 ${numberOf(annotations)}개 가져오기`;
    return articles > 0 ? `글 ${numberOf(articles)}편 가져오기` : '가져오기';
  },
  done: (annotations, articles) =>
    `주석 ${numberOf(annotations)}개와 글 ${numberOf(articles)}편을 가져왔습니다`,
  leftOut: (count) =>
    `주석 ${numberOf(count)}개는 그사이 주석이나 글이 바뀌어 가져오지 않았습니다.`,
  cancel: '취소',
  hide: '표시 작업 계속하기',
  close: '닫기',
  refused: '파일을 가져오지 못했습니다',
  failed: '가져온 것을 저장하지 못했습니다',
  withdrawn: unchanged,
  notWithdrawn: '저장된 부분은 다음에 Dateline을 시작할 때 되돌립니다.',
  tryAgain: '문제를 해결한 뒤 파일을 다시 가져오십시오.',
  faults: (count) => `잘못된 곳 ${numberOf(count)}군데`,
  moreFaults: (count) => `그 밖에 ${numberOf(count)}군데`,
  wholeFile: '파일 전체',
  line: (line, column) => `${numberOf(line)}번째 줄 ${numberOf(column)}번째 글자`,
  refusals: {
    'not-text': () => ({
      what: '파일이 UTF-8 텍스트가 아니므로 Dateline에서 내보낸 파일이 아닙니다.',
      safe: unchanged,
      next: 'Dateline에서 내보낸 파일을 고르십시오. 다른 인코딩으로 저장한 파일은 읽을 수 없습니다.',
    }),
    malformed: () => ({
      what: '파일이 잘렸거나 손상되어 JSON이 아닙니다.',
      safe: unchanged,
      next: again,
    }),
    foreign: () => ({
      what: 'JSON 파일이지만 Dateline에서 내보낸 파일이 아닙니다.',
      safe: unchanged,
      next: 'Dateline에서 내보낸 파일을 고르십시오.',
    }),
    newer: () => ({
      what: '더 새로운 Dateline에서 내보낸 파일입니다.',
      safe: unchanged,
      next: '그 버전으로 가져오십시오.',
    }),
    damaged: () => ({
      what: '내보낸 뒤에 바뀐 파일입니다. 내용이 서로 맞지 않습니다.',
      safe: unchanged,
      next: again,
    }),
    unreadable: () => ({
      what: '파일을 읽는 프로그램이 멈추어 읽지 못했습니다.',
      safe: unchanged,
      next: smaller,
    }),
    missing: () => ({
      what: '파일이 더는 그 자리에 없습니다.',
      safe: unchanged,
      next: '파일을 확인하고 다시 가져오십시오.',
    }),
    'is-folder': () => ({
      what: '파일이 아니라 폴더입니다.',
      safe: unchanged,
      next: '그 안에 있는 내보낸 파일을 고르십시오.',
    }),
    'not-a-file': () => ({
      what: '파일이 아니라 장치나 파이프입니다.',
      safe: unchanged,
      next: '내보낸 내용을 파일로 저장한 뒤 가져오십시오.',
    }),
    'too-large': ({ byteLength }) => ({
      what: `여기서 읽을 수 있는 것보다 큰 파일입니다${byteLength === undefined ? '' : ` (${sizeOf(byteLength)})`}.`,
      safe: unchanged,
      next: smaller,
    }),
    'permission-denied': () => ({
      what: '파일을 읽을 권한이 없습니다.',
      safe: unchanged,
      next: '권한을 바꾸거나 내 폴더로 복사하십시오.',
    }),
    'disk-full': () => ({
      what: '디스크가 가득 차서 파일을 읽지 못했습니다.',
      safe: unchanged,
      next: '공간을 비우고 다시 가져오십시오.',
    }),
    'changed-while-reading': () => ({
      what: '읽는 동안 파일이 바뀌었습니다.',
      safe: unchanged,
      next: '그 파일을 쓰는 프로그램이 끝난 뒤 다시 가져오십시오.',
    }),
    'not-verified': () => ({
      what: '파일을 두 번 읽은 결과가 서로 다릅니다.',
      safe: unchanged,
      next: '다른 디스크로 복사해서 그 사본을 가져오십시오.',
    }),
    stale: () => ({
      what: '이전에 실행했을 때 고른 파일입니다.',
      safe: unchanged,
      next: '다시 고르십시오.',
    }),
    cancelled: () => ({
      what: '가져오기를 중단했습니다.',
      safe: unchanged,
      next: '필요할 때 다시 가져오십시오.',
    }),
    refused: ({ detail }) => ({
      what: `Dateline의 결함으로 파일을 읽지 못했습니다${detail ? ` (${detail})` : ''}.`,
      safe: unchanged,
      next: 'Dateline을 다시 시작하고 가져오십시오.',
    }),
    system: ({ detail }) => ({
      what: `시스템이 파일을 읽지 못했습니다${detail ? ` (${detail})` : ''}.`,
      safe: unchanged,
      next: '다시 해 보고, 또 안 되면 다른 디스크로 복사하십시오.',
    }),
  },
  faultCodes: {
    'malformed-json': 'JSON이 아닙니다.',
    'newer-version': '이 프로그램이 읽을 수 있는 것보다 새로운 버전입니다.',
    missing: '빠진 것이 있습니다.',
    'unknown-key': '형식에 없는 항목입니다.',
    'wrong-value': '형식이 허용하지 않는 값입니다.',
    'duplicate-id': '파일의 다른 곳에 같은 식별자가 있습니다.',
    'text-not-well-formed': '본문에 반쪽짜리 글자가 있습니다.',
    'text-hash-differs': '내보낼 때의 본문이 아닙니다.',
    'text-length-differs': '본문의 길이가 적힌 것과 다릅니다.',
    'span-outside-text': '위치가 본문을 벗어납니다.',
    'span-empty': '위치가 비어 있습니다.',
    'span-splits-pair': '위치가 글자를 가릅니다.',
    'spans-out-of-order': '위치가 본문의 차례대로가 아닙니다.',
    'code-points-differ': '두 가지로 센 위치가 서로 다릅니다.',
    'quote-differs': '그 위치에 있는 말이 아닙니다.',
    'prefix-differs': '앞에 있는 말이 다릅니다.',
    'suffix-differs': '뒤에 있는 말이 다릅니다.',
    'not-edtf': '날짜 값이 아닙니다.',
  },
} satisfies Catalogue['importing'];
