import type { Catalogue } from '../en';
import { quoted, quotedName } from '../foreign-words';
import { numberOf } from './format';

/** Closing the window over what is not on the disk, the title that says so, and a window that had to start anew. */
export const closing = {
  inTitle: { unsaved: '저장 안 됨', failed: '저장하지 못함', notKept: '백업하지 못함' },
  titles: {
    writing: '아직 저장하는 중',
    failed: '저장되지 않은 것이 있습니다',
    'not-kept': '백업되지 않은 것이 있습니다',
    typed: '저장되지 않은 것이 있습니다',
  },
  keptNextTime: '저장소에 안전하게 있으며, 다음에 Dateline을 열면 백업됩니다.',
  whileWriting: {
    what: '마지막으로 한 일을 아직 디스크에 쓰고 있습니다.',
    safe: '그 앞의 것은 모두 저장되었습니다.',
    next: '다 쓰면 창이 저절로 닫힙니다.',
  },
  whenFailed: (edits) => ({
    safe: `앞서 저장된 것은 모두 안전합니다. 편집 ${numberOf(edits)}개는 이 창에만 있어서 창을 닫으면 잃게 됩니다.`,
    next: '원인을 없앤 뒤 다시 시도하십시오. 내보내면 저장된 것이 따로 파일로 남지만, 이 창에만 있는 것은 들어가지 않습니다.',
  }),
  whenTyped: (field) => ({
    what: `${field === '' ? '입력란' : `${quoted(field)} 입력란`}에 그대로는 저장할 수 없는 글이 있습니다.`,
    safe: '나머지는 모두 저장되었습니다.',
    next: '창을 열어 두고 고치거나, 그 글만 버리고 닫을 수 있습니다.',
  }),
  tryAgain: '다시 시도',
  exportFirst: '먼저 내보내기…',
  closeAnyway: '그래도 닫기',
  keepOpen: '열어 두기',
  pageLost: (fileName) => ({
    what: '창이 멈추어 새로 시작했습니다.',
    safe: '저장된 것은 모두 그대로 있습니다.',
    next:
      fileName === null
        ? '마지막 편집이 남아 있는지 보고, 없으면 다시 하십시오.'
        : `그때 열던 파일은 ${quotedName(fileName)}이며, 저절로 다시 열지는 않습니다. 그 파일을 열 때 또 멈추면 빼 놓고 알려 주십시오.`,
  }),
} satisfies Catalogue['closing'];
