import type { Catalogue } from '../en';
import { quoted, quotedName } from '../foreign-words';
import { numberOf } from './format';
import { articleFormats } from './terms';

export const library = {
  title: '서가',
  count: (count) => `글 ${numberOf(count)}편`,
  open: '파일 열기…',
  filter: '글 거르기',
  filterPlaceholder: '제목이나 매체로 거르기',
  clearFilter: '거르기 지우기',
  noMatch: (query) => `${quoted(query)}에 맞는 글이 없습니다.`,
  empty: '아직 글이 없습니다.',
  emptyNext: '저장해 둔 파일을 열거나 예제 글을 보십시오.',
  samples: '예제 글 열기',
  undated: '날짜 없음',
  group: (month, count) => `${month}, 글 ${numberOf(count)}편`,
  remove: (title) => `${quoted(title)} 서가에서 빼기`,
  removeShort: '빼기',
} satisfies Catalogue['library'];

export const welcome = {
  title: 'Dateline',
  lead: '관영 매체의 글을 읽으며 기업, 주장, 날짜를 표시합니다.',
  leadMore: '표시마다 글 속의 정확한 자리가 남고, 모두 JSON으로 내보낼 수 있습니다.',
  open: '파일 열기…',
  drop: `또는 ${Object.values(articleFormats).join(', ')} 파일을 이 창 아무 곳에나 끌어다 놓으십시오`,
  recent: '최근 파일',
  forget: '목록 지우기',
  inFolder: (folder) => `${folder} 폴더`,
  samples: '예제 글',
  samplesHint: '써 보기 위한 글입니다. 언제든 뺄 수 있습니다.',
  privacy: 'Dateline은 네트워크를 쓰지 않습니다. 어떤 것도 이 컴퓨터를 떠나지 않습니다.',
} satisfies Catalogue['welcome'];

export const article = {
  facts: '글',
  title: '제목',
  outlet: '매체',
  published: '발행일',
  publishedPlaceholder: '2025-01-15',
  language: '언어',
  languageUnknown: '알 수 없음',
  url: '주소',
  file: '파일',
  fileName: '이름',
  encoding: '인코딩',
  size: '크기',
  extractor: '추출기',
  extractorOf: (format, version) => `${format} 추출기, 버전 ${version}`,
  hash: 'SHA-256',
  copyHash: 'SHA-256 복사',
  imported: '가져온 때',
  notADay: '2025-01-15처럼 연-월-일로 쓰십시오.',
  titleNeeded: '제목이 있어야 합니다. 다른 제목을 쓸 때까지 이전 제목이 남습니다.',
  nothingSelected: '글에서 말을 선택해 표시하거나 주석을 고르십시오.',
} satisfies Catalogue['article'];

export const inspector = {
  title: '정보 창',
  empty: '열린 글이 없습니다. 글의 정보와 고른 주석의 정보가 여기에 나옵니다.',
  annotation: '주석',
  kind: '종류',
  words: '원문',
  names: '이미 쓴 이름',
  edtfPlaceholder: '2025-01-15',
  edtfHint: '2025-01-15, 2025-01, 2025~, 2025-01-02/2025-01-05처럼 날, 달, 해, 기간을 씁니다.',
  proposed: (edtf, rule) => `제안 ${edtf} · ${rule}`,
  accept: '수락',
  acceptedFrom: (rule) => `규칙: ${rule}`,
  inside: { enterprise: '안에 든 기업', date: '안에 든 날짜' },
  noneInside: {
    enterprise: '이 말 안에 표시된 기업이 없습니다.',
    date: '이 말 안에 표시된 날짜가 없습니다.',
  },
  alsoBy: '같은 말에 단 다른 주석',
  notePlaceholder: '메모 쓰기',
  madeBy: (coder) => `작업자 ${coder}`,
  madeByNobody: '작업자 이름 없음',
  changed: '고친 때',
  delete: '삭제',
  deselect: '글 정보로 돌아가기',
  tools: {
    adjust: '끝 옮기기',
    tagAll: '모든 곳 표시…',
    deleteAll: '모두 삭제…',
    quote: '인용',
  },
} satisfies Catalogue['inspector'];

export const annotations = {
  title: '주석',
  filter: '보이는 종류',
  list: '읽는 차례로 늘어놓은 주석',
  paragraph: (number) => `¶ ${numberOf(number)}`,
  row: (kind, exact, paragraph) => `${kind}: ${exact}, ${paragraph}번째 문단`,
  coder: (name) => (name === '' ? '이름 없음' : name),
  count: (count) => `주석 ${numberOf(count)}개`,
  empty: '아직 표시한 것이 없습니다.',
  emptyNext: '글에서 말을 선택하고 기업은 1, 주장은 2, 날짜는 3을 누르십시오.',
  allHidden: '이 글의 주석 종류를 모두 숨겼습니다.',
  showAll: '모든 종류 보이기',
} satisfies Catalogue['annotations'];

export const exporting = {
  title: '내보내기',
  formats: { dateline: '글, 주석, 정확한 위치와 해시를 담은 JSON 파일 하나입니다.' },
  scope: '내보낼 것',
  thisArticle: '이 글',
  allArticles: '모든 글',
  scopeCounts: (articles, tagged) => `글 ${numberOf(articles)}편, 주석 ${numberOf(tagged)}개`,
  noArticle: '열린 글이 없음',
  into: (folder) => `저장할 곳: ${folder}`,
  chooseLater: '저장할 곳은 다음에 고릅니다.',
  start: '내보내기',
  cancel: '취소',
  running: (done, total) => `주석 ${numberOf(total)}개 중 ${numberOf(done)}개 씀`,
  checking: '파일을 다시 읽어 확인하는 중…',
  done: (tagged) => `주석 ${numberOf(tagged)}개를 내보내고 확인했습니다`,
  doneArticles: (articles) => `글 ${numberOf(articles)}편`,
  where: '파일 위치',
  copyPath: '경로 복사',
  failed: '내보내지 못했습니다',
  again: '다시 시도',
  close: '닫기',
} satisfies Catalogue['exporting'];

export const problems = {
  title: (count) => `파일 ${numberOf(count)}개를 열지 못했습니다`,
  opened: (count) =>
    count === 0 ? '열린 다른 파일은 없습니다.' : `다른 파일 ${numberOf(count)}개는 열었습니다.`,
  safe: '파일 자체는 바뀌지 않았습니다.',
  close: '닫기',
} satisfies Catalogue['problems'];

export const notices = {
  region: '알림',
  dismiss: '닫기',
  alreadyInLibrary: (title) => `${quoted(title)} 글은 이미 서가에 있어 그것을 보입니다.`,
  otherVersion: {
    text: (fileName, tagged) =>
      `${quotedName(fileName)} 파일의 다른 버전이 서가에 있으며 주석 ${numberOf(tagged)}개가 달려 있습니다.`,
    more: (others) =>
      others === 0
        ? '이 버전에는 주석이 없습니다. 주석은 처음 단 버전에 그대로 남습니다.'
        : `다른 파일 ${numberOf(others)}개도 마찬가지입니다. 주석은 처음 단 버전에 그대로 남습니다.`,
    show: '그 버전 보기',
  },
  nothingSelected: '먼저 말을 선택하십시오.',
  quotationCopied: '출처와 함께 복사했습니다.',
  inputMethod: {
    text: '입력기가 키를 가로챘습니다.',
    more: '명령의 단축키를 쓰려면 영문 입력으로 바꾸거나 입력기를 끄십시오.',
  },
  noneUntagged: '이 글에서 표시한 이름은 모든 곳에 표시되어 있습니다.',
  partUnread: {
    text: '프로그램 파일을 읽지 못해 열 수 없습니다.',
    more: '잃은 것은 없습니다. 다시 해 보십시오. 그래도 안 되면 Dateline을 닫고 다시 시작하십시오.',
  },
} satisfies Catalogue['notices'];
