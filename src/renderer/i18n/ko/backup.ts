import type { Catalogue } from '../en';
import type { BackupFacts } from '../en/backup';
import { numberOf } from './format';

const because = ({ detail }: BackupFacts): string => (detail ? ` (${detail})` : '');

/** What is not in the backup yet. */
export const backup = {
  notKept: (why) => `백업하지 못했습니다: ${why}.`,
  savedNotKept: (why) => `저장했지만 백업하지 못했습니다: ${why}.`,
  behind: (changes) => {
    if (changes === 0) return '모두 저장소에 있습니다.';
    return `마지막 변경 ${numberOf(changes)}개는 저장소에만 있습니다.`;
  },
  folder: (folder) => `백업 폴더: ${folder}`,
  retry: '백업 다시 시도',
} satisfies Catalogue['backup'];

/** Why the backup could not be written, as the end of a sentence, and what to do next. */
export const backupErrors = {
  missing: ({ folder }) => ({
    why: '백업 폴더가 없어졌습니다',
    next: `디스크가 연결되어 있는지 확인하고 (${folder}) 다시 시도하십시오.`,
  }),
  'is-folder': ({ folder }) => ({
    why: '백업 파일이 있어야 할 곳에 폴더가 있습니다',
    next: `백업 폴더를 살펴보고 (${folder}) 다시 시도하십시오.`,
  }),
  'not-a-file': ({ folder }) => ({
    why: '백업 폴더가 있어야 할 곳에 다른 것이 있습니다',
    next: `그것을 옮기고 (${folder}) 다시 시도하십시오.`,
  }),
  'too-large': () => ({
    why: '백업 파일이 디스크가 허용하는 것보다 큽니다',
    next: '지금까지의 작업을 내보내고, 자료 폴더를 다른 디스크에 두십시오.',
  }),
  'permission-denied': ({ folder }) => ({
    why: '백업 폴더에 쓸 권한이 없습니다',
    next: `폴더의 권한을 바꾸고 (${folder}) 다시 시도하십시오.`,
  }),
  'disk-full': () => ({
    why: '디스크가 가득 찼습니다',
    next: '디스크 공간을 비우고 다시 시도하십시오.',
  }),
  'changed-while-reading': () => ({
    why: '확인하는 동안 다른 프로그램이 백업을 바꾸었습니다',
    next: '다시 시도하십시오.',
  }),
  'not-verified': () => ({
    why: '디스크에서 다시 읽은 내용이 쓴 내용과 다릅니다',
    next: '다시 시도하고 다른 디스크로도 내보내십시오. 이 디스크에 이상이 있을 수 있습니다.',
  }),
  stale: () => ({
    why: '백업을 맡은 프로그램이 다시 시작되었습니다',
    next: '다시 시도하십시오.',
  }),
  cancelled: () => ({ why: '백업이 중단되었습니다', next: '다시 시도하십시오.' }),
  refused: (facts) => ({
    why: `Dateline에 결함이 있습니다${because(facts)}`,
    next: '다시 시도하고, 또 안 되면 지금까지의 작업을 내보낸 뒤 Dateline을 다시 시작하십시오.',
  }),
  system: (facts) => ({
    why: `시스템이 백업을 쓰지 못했습니다${because(facts)}`,
    next: '다시 시도하고, 또 안 되면 지금까지의 작업을 다른 디스크로 내보내십시오.',
  }),
} satisfies Catalogue['backupErrors'];

/** What a notice says of the backup. */
export const backupNotices = {
  written: '프로젝트의 전체 사본을 백업에 썼습니다.',
  notWritten: (why) => `전체 사본을 쓰지 못했습니다: ${why}`,
  folderLost: {
    text: '백업이 없어져 새로 만들었습니다.',
    more: (folder) =>
      `프로젝트는 온전하며 이제 새 백업에 들어 있습니다 (${folder}). 이전 상태는 더 이상 복원할 수 없습니다.`,
  },
  journalDamaged: {
    text: '백업의 일부가 손상되어 전체 사본을 새로 만들었습니다.',
    more: '프로젝트는 온전합니다. 이전 상태 가운데 일부는 복원할 수 없을 수 있습니다.',
  },
  restored: {
    text: (articles, annotations) =>
      `글 ${numberOf(articles)}편과 주석 ${numberOf(annotations)}개를 복원했습니다.`,
    more: ({ missingTexts, keptAside }) =>
      [
        keptAside ? '전에 있던 것은 따로 보관했습니다.' : '',
        missingTexts > 0 ? `본문 ${numberOf(missingTexts)}개는 백업에 없었습니다.` : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
  },
} satisfies Catalogue['backupNotices'];
