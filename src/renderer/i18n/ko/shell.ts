import type { Catalogue } from '../en';
import { quotedName } from '../foreign-words';
import { numberOf } from './format';

/** The frame, the top bar and what surrounds the article. */
export const frame = {
  skipToArticle: '글로 건너뛰기',
  library: '서가',
  article: '글',
  inspector: '정보 창',
  resizeLibrary: '서가 너비',
  resizeInspector: '정보 창 너비',
  resizeAnnotations: '주석 목록 위 정보 창의 높이',
  closeDrawer: '닫기',
  dropHere: '파일을 놓으면 열립니다',
} satisfies Catalogue['frame'];

export const topBar = {
  name: 'Dateline',
  menu: '메뉴',
  find: '찾기',
  commands: '명령',
  theme: '테마',
  table: '주석 표',
  history: '편집 기록',
  showLibrary: '서가 보이기',
  hideLibrary: '서가 숨기기',
  showInspector: '정보 창 보이기',
  hideInspector: '정보 창 숨기기',
} satisfies Catalogue['topBar'];

export const status = {
  saved: '저장됨',
  saving: '저장 중…',
  retry: '다시 시도',
  paragraph: (number) => `${numberOf(number)}번째 문단`,
  place: (paragraph, start, end) => `${numberOf(paragraph)}번째 문단, ${start}–${end}`,
  placeHint: '저장된 글에서 선택한 자리 (UTF-16 단위)',
  coder: '기록에 남길 이름',
  coderPlaceholder: '기록에 남길 이름…',
  coderHint: '만드는 주석마다 함께 저장됩니다. 어떤 것도 이 컴퓨터를 떠나지 않습니다.',
  editCoder: (name) => `기록에 남길 이름: ${name}. 바꾸기`,
} satisfies Catalogue['status'];

export const find = {
  label: '글에서 찾기',
  placeholder: '글에서 찾기',
  place: (current, total) => `${numberOf(total)}개 중 ${numberOf(current)}번째`,
  found: (total) => `${numberOf(total)}개 찾음`,
  none: '찾지 못함',
  next: '다음 찾기',
  previous: '이전 찾기',
  matchCase: '대소문자 구분',
  close: '찾기 닫기',
} satisfies Catalogue['find'];

export const selection = {
  label: '선택한 말 표시',
  add: '더하기',
  all: '모두…',
} satisfies Catalogue['selection'];

export const commandPalette = {
  title: '명령',
  placeholder: '명령을 입력하십시오',
  none: '맞는 명령이 없습니다. 다른 말로 찾아보십시오.',
  count: (count) => `명령 ${count}개`,
  unavailable: '지금은 쓸 수 없음',
} satisfies Catalogue['commandPalette'];

export const keySheet = {
  title: '단축키',
  intro: '모든 명령은 명령 창에도 있습니다.',
  close: '닫기',
} satisfies Catalogue['keySheet'];

export const loading = {
  opening: (name) => `${quotedName(name)} 여는 중…`,
  starting: '프로젝트 여는 중…',
  secondsLeft: (seconds) => `약 ${seconds}초 남음`,
  cancel: '취소',
} satisfies Catalogue['loading'];

/** Whole-window states. */
export const lostConnection = {
  title: 'Dateline이 실행되고 있지 않습니다',
  what: '파일을 열고 저장하는 프로그램과 이 창의 연결이 끊겼습니다.',
  safe: '글과 주석은 이 브라우저의 저장소에 안전하게 있습니다.',
  next: '터미널이나 아이콘에서 Dateline을 다시 시작한 뒤 연결하십시오.',
  retry: '다시 연결',
} satisfies Catalogue['lostConnection'];

export const alreadyOpen = {
  title: 'Dateline이 다른 창에서 열려 있습니다',
  what: '한 프로젝트는 한 번에 한 창에서만 편집할 수 있습니다.',
  safe: '이 창에서는 아무것도 바뀌지 않았습니다.',
  next: '다른 창으로 가거나, 그 창을 닫고 여기서 계속하십시오.',
  retry: '여기서 계속',
} satisfies Catalogue['alreadyOpen'];

export const crash = {
  title: 'Dateline에 문제가 생겼습니다',
  what: '프로그램의 결함으로 창을 그리지 못했습니다.',
  safe: '상태 줄에 저장됨으로 나온 편집은 모두 안전합니다.',
  next: '다시 불러오면 하던 곳에서 계속할 수 있습니다. 또 생기면 자세한 내용을 복사해 알려 주십시오.',
  reload: '다시 불러오기',
  details: '알릴 때 덧붙일 내용',
  copy: '내용 복사',
} satisfies Catalogue['crash'];

/** The question about the program. */
export const about = {
  title: 'Dateline 정보',
  what: '관영 매체의 글에서 기업, 주장, 날짜를 정확한 위치와 함께 표시합니다. 네트워크 없이 씁니다.',
  version: (version) => `버전 ${version}`,
  shell: '창',
  dataFolder: '자료 폴더',
  network: 'Dateline은 네트워크를 쓰지 않습니다. 어떤 것도 이 컴퓨터를 떠나지 않습니다.',
  close: '닫기',
} satisfies Catalogue['about'];
