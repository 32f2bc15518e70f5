import type { Catalogue } from '../en';
import type { Explanation, FileFacts } from '../en/errors';
import { quotedName } from '../foreign-words';
import { numberOf, sizeOf } from './format';

const counts = (articles: number, annotations: number): string =>
  `글 ${numberOf(articles)}편, 주석 ${numberOf(annotations)}개`;

const nothingTouched = '저장소도 백업도 바뀌지 않았습니다.';
const newStore = '백업으로 새 저장소를 만들고, 지금의 저장소는 따로 보관합니다.';

/** The page that brings a project back from its backup. */
export const restore = {
  reasons: {
    missing: {
      title: '프로젝트가 없습니다',
      what: '글과 주석이 든 저장소를 찾을 수 없습니다.',
      safe: '백업은 바뀌지 않았습니다.',
      next: '복원하면 하던 곳에서 계속할 수 있습니다.',
    },
    damaged: {
      title: '프로젝트를 읽을 수 없습니다',
      what: '글과 주석이 든 저장소가 열리지 않습니다.',
      safe: '나중에 고칠 수 있도록 그대로 두었습니다.',
      next: '백업을 복원하십시오. 디스크에 잠시 닿지 못했을 뿐이라면 다시 살펴보십시오.',
    },
    newer: {
      title: '더 새로운 Dateline이 만든 프로젝트입니다',
      what: '이 저장소는 그 버전에서만 읽을 수 있습니다.',
      safe: '그 안의 것은 바뀌지 않았습니다.',
      next: '더 새로운 Dateline으로 여십시오. 또는 백업을 이 버전의 저장소로 복원하십시오. 새 저장소는 그 옆에 따로 만들어집니다.',
    },
    behind: {
      title: '백업이 프로젝트보다 앞서 있습니다',
      what: '저장소가 백업보다 먼저 끝납니다.',
      safe: nothingTouched,
      next: '복원하면 모두 돌아옵니다. 백업에만 있는 것 없이 계속할 수도 있습니다.',
    },
    diverged: {
      title: '프로젝트와 백업이 서로 다릅니다',
      what: '어느 변경까지는 둘이 같지만, 그다음부터는 서로 다른 변경이 들어 있습니다.',
      safe: nothingTouched,
      next: '둘에 든 것을 견주어 보고, 백업을 복원하거나 저장소로 계속하십시오.',
    },
    asked: {
      title: '백업에서 복원',
      what: '백업에는 아래의 여러 시점에 있던 프로젝트가 들어 있습니다.',
      safe: '무엇을 복원하든 지금의 프로젝트는 따로 보관합니다.',
      next: '시점을 고르고, 그때 무엇이 있었는지 본 다음 복원하십시오.',
    },
  },
  changesBehind: (changes) => `변경 ${numberOf(changes)}개가 백업에만 있습니다.`,
  presentHolds: (articles, annotations) =>
    `저장소에는 글 ${numberOf(articles)}편과 주석 ${numberOf(annotations)}개가 들어 있습니다.`,
  presentChanged: (moment) => `마지막 변경은 ${moment}의 것입니다.`,
  systemSays: (detail) => `시스템의 설명: ${detail}`,
  backupGoesTo: (moment) => `백업은 ${moment}까지의 것입니다.`,
  nextWithoutBackup:
    '여기에는 복원할 것이 없습니다. 백업이 든 디스크를 연결한 뒤 다시 살펴보거나, 빈 프로젝트로 시작하십시오.',
  nothingYet: '아직 복원할 것이 없습니다. 백업은 작업하는 동안 만들어집니다.',
  points: '복원할 시점',
  readingBackup: '백업을 읽는 중…',
  noBackup: '여기에는 백업이 없습니다.',
  lookedIn: (folder) => `찾아본 곳: ${folder}`,
  latest: '마지막 변경까지 모두',
  recommended: '권장',
  snapshot: (moment) => `${moment}의 전체 사본`,
  undatedSnapshot: '날짜가 없는 전체 사본',
  size: (bytes) => sizeOf(bytes),
  damaged: '손상되어 복원할 수 없음',
  thisProject: '이 프로젝트',
  earlierProject: (moment) => `이전 프로젝트, ${moment}까지`,
  undatedProject: '이전 프로젝트',
  readingActs: '그 뒤의 변경을 읽는 중…',
  noActs: '그 뒤의 변경은 남아 있지 않습니다.',
  unreadableActs: '그 뒤의 변경을 읽지 못했습니다. 접었다 펴면 다시 읽습니다.',
  upTo: (change) => `여기까지: ${change}`,
  damagedFiles: (count, names) => `백업 파일 ${numberOf(count)}개가 손상되어 빠졌습니다: ${names}`,
  preview: '그때의 내용',
  nothingChosen: '시점을 고르면 그때의 내용이 나옵니다.',
  readingPoint: '그때의 내용을 읽는 중…',
  counts,
  now: (articles, annotations) => `지금: ${counts(articles, annotations)}`,
  lastChange: '마지막 변경',
  neverChanged: '아무것도 바꾼 적이 없습니다.',
  missingTexts: (count) =>
    `글 ${numberOf(count)}편의 본문이 백업에 없습니다. 주석은 돌아오지만 본문은 돌아오지 않습니다.`,
  actions: '할 일',
  restore: '복원',
  restoreHow: {
    missing: '백업으로 새 저장소를 만듭니다. 백업은 그대로 남습니다.',
    damaged: '백업으로 새 저장소를 만들고, 손상된 저장소는 따로 보관합니다.',
    newer: '백업으로 이 버전의 저장소를 만듭니다. 더 새로운 저장소는 그 옆에 그대로 둡니다.',
    behind: newStore,
    diverged: newStore,
    asked: newStore,
  },
  startEmpty: '빈 프로젝트로 시작',
  startEmptyHow: '아무것도 지우지 않으며, 백업은 나중에 복원할 수 있습니다.',
  startEmptyAside: '아무것도 지우지 않으며, 지금 있는 것은 따로 보관합니다.',
  goOn: '지금의 저장소로 계속',
  goOnHow: '백업에만 있는 것은 쓰지 않습니다. 백업에 남아 있으므로 나중에 복원할 수 있습니다.',
  retry: '다시 살펴보기',
  retryHow: '저장소와 백업을 다시 읽습니다.',
  close: '닫기',
  closeHow: '프로젝트는 그대로 남습니다.',
  restoring: '프로젝트를 복원하는 중',
  course: (done, of) =>
    of === null
      ? `${counts(done.articles, done.annotations)} 복원함`
      : `글 ${numberOf(of.articles)}편 중 ${numberOf(done.articles)}편, 주석 ${numberOf(of.annotations)}개 중 ${numberOf(done.annotations)}개`,
  untouched: '지금 있는 것은 건드리지 않습니다. 멈추면 모두 그대로입니다.',
  cancel: '취소',
  withdrawing: '만들다 만 것을 지우는 중…',
  failed: '백업을 복원하지 못했습니다',
  keptAside: '따로 보관한 것',
  keptAsideHint: '복원할 때 따로 보관한 저장소입니다. 지울 때까지 자리를 차지합니다.',
  keptAsideOn: (moment) => `${moment}에 보관함`,
  removeKept: '지우기…',
  removeKeptOf: (name) => `${name} 지우기…`,
  removeKeptAsk: '지우면 되살릴 수 없습니다.',
  removeKeptYes: '완전히 지우기',
  removeKeptNo: '그대로 두기',
} satisfies Catalogue['restore'];

const because = ({ detail }: FileFacts): string => (detail ? ` (${detail})` : '');
const named = ({ fileName }: FileFacts): string =>
  fileName ? `${quotedName(fileName)} 파일` : '백업 파일';
const otherPoint = '다른 시점을 고르십시오.';
const again = '다시 해 보십시오.';

function explain(what: string, next: string): Explanation {
  return { what, safe: nothingTouched, next };
}

/** Why a backup could not be read or restored. */
export const restoreErrors = {
  missing: (facts) => explain(`${named(facts)}이 더는 그 자리에 없습니다.`, otherPoint),
  'is-folder': (facts) => explain(`${named(facts)}이 있어야 할 곳에 폴더가 있습니다.`, otherPoint),
  'not-a-file': (facts) =>
    explain(`${named(facts)}이 있어야 할 곳에 장치나 파이프가 있습니다.`, otherPoint),
  'too-large': (facts) => explain(`${named(facts)}이 읽을 수 있는 것보다 큽니다.`, otherPoint),
  'permission-denied': () =>
    explain('백업을 읽을 권한이 없습니다.', '백업 폴더의 권한을 바꾼 뒤 다시 해 보십시오.'),
  'disk-full': () => explain('디스크가 가득 찼습니다.', '디스크 공간을 비우고 다시 해 보십시오.'),
  'changed-while-reading': (facts) => explain(`읽는 동안 ${named(facts)}이 바뀌었습니다.`, again),
  'not-verified': (facts) => explain(`${named(facts)}이 쓸 때와 다릅니다.`, otherPoint),
  stale: () => explain('백업을 맡은 프로그램이 다시 시작되었습니다.', again),
  cancelled: () => explain('복원을 중단했습니다.', '필요할 때 다시 복원하십시오.'),
  refused: (facts) =>
    explain(
      `Dateline의 결함으로 복원하지 못했습니다${because(facts)}.`,
      'Dateline을 다시 시작하고 해 보십시오.',
    ),
  damaged: (facts) => explain(`${named(facts)}이 손상되었습니다${because(facts)}.`, otherPoint),
  'newer-version': ({ fileName }) =>
    explain(
      fileName
        ? `더 새로운 Dateline이 만든 파일입니다 (${quotedName(fileName)}).`
        : '백업의 이 부분은 더 새로운 Dateline이 만들었습니다.',
      '그 버전으로 복원하거나 다른 시점을 고르십시오.',
    ),
  gap: () => explain('이 시점에 앞선 변경 가운데 일부가 백업에 없습니다.', otherPoint),
  conflict: (facts) =>
    explain(`백업에 든 변경이 그 앞의 것과 맞지 않습니다${because(facts)}.`, otherPoint),
  'no-space': () =>
    explain(
      '디스크가 가득 차서 새 저장소를 만들 자리가 없습니다.',
      '디스크 공간을 비우거나 따로 보관한 것을 지우고 다시 해 보십시오.',
    ),
  closed: () =>
    explain(
      '브라우저가 새 저장소를 닫았습니다.',
      '다시 해 보고, 또 안 되면 Dateline을 다시 시작하십시오.',
    ),
  system: (facts) =>
    explain(
      `시스템에서 오류가 났습니다${because(facts)}.`,
      '다시 해 보고, 또 안 되면 다른 시점을 고르십시오.',
    ),
} satisfies Catalogue['restoreErrors'];
