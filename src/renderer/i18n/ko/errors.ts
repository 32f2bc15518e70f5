import type { Catalogue } from '../en';
import type { FileFacts } from '../en/errors';
import { quotedName } from '../foreign-words';
import { numberOf, sizeOf } from './format';

const named = ({ fileName }: FileFacts): string =>
  fileName ? `${quotedName(fileName)} 파일` : '이 파일';
const because = ({ detail }: FileFacts): string => (detail ? ` (${detail})` : '');
const untouched = '파일은 바뀌지 않았고 다른 글도 그대로입니다.';
const nothingWritten = '쓰다 만 파일은 남지 않았고, 주석은 저장소에 안전하게 있습니다.';

/** Why a file could not be opened. */
export const openErrors = {
  missing: (facts) => ({
    what: `${named(facts)}이 더는 그 자리에 없습니다.`,
    safe: '전에 열어 둔 글은 서가에 그대로 있습니다.',
    next: '옮겼거나 이름을 바꾸었는지 확인하고 다시 여십시오.',
  }),
  'is-folder': ({ fileName }) => ({
    what: fileName ? `${quotedName(fileName)} 항목은 폴더입니다.` : '폴더는 열 수 없습니다.',
    safe: untouched,
    next: '폴더 안의 파일을 골라 여십시오.',
  }),
  'not-a-file': ({ fileName }) => ({
    what: `${fileName ? `${quotedName(fileName)} 항목은` : '이것은'} 파일이 아니라 장치나 파이프입니다.`,
    safe: untouched,
    next: '내용을 파일로 저장한 뒤 그 파일을 여십시오.',
  }),
  'too-large': (facts) => ({
    what: `${named(facts)}이 50MB보다 큽니다${facts.byteLength === undefined ? '' : ` (${sizeOf(facts.byteLength)})`}.`,
    safe: untouched,
    next: '글 하나씩 작은 파일로 나누어 여십시오.',
  }),
  'permission-denied': (facts) => ({
    what: `${named(facts)}을 읽을 권한이 없습니다.`,
    safe: untouched,
    next: '권한을 바꾸거나 내 폴더로 복사한 뒤 다시 여십시오.',
  }),
  'disk-full': (facts) => ({
    what: `디스크가 가득 차서 ${named(facts)}을 읽지 못했습니다.`,
    safe: untouched,
    next: '공간을 비우고 다시 여십시오.',
  }),
  'changed-while-reading': (facts) => ({
    what: `읽는 동안 ${named(facts)}이 바뀌었습니다.`,
    safe: untouched,
    next: '그 파일을 쓰는 프로그램이 끝난 뒤 다시 여십시오.',
  }),
  'not-verified': (facts) => ({
    what: `${named(facts)}을 두 번 읽은 결과가 서로 다릅니다.`,
    safe: untouched,
    next: '다른 디스크로 복사해서 그 사본을 여십시오.',
  }),
  stale: (facts) => ({
    what: `${named(facts)}은 이전에 실행했을 때 고른 것입니다.`,
    safe: untouched,
    next: '‘파일 열기…’로 다시 고르십시오.',
  }),
  cancelled: (facts) => ({
    what: `${named(facts)} 열기를 중단했습니다.`,
    safe: untouched,
    next: '필요할 때 다시 여십시오.',
  }),
  refused: (facts) => ({
    what: `Dateline의 결함으로 ${named(facts)}을 열지 못했습니다${because(facts)}.`,
    safe: untouched,
    next: '‘파일 열기…’로 고르십시오. 그래도 안 되면 Dateline을 다시 시작하십시오.',
  }),
  system: (facts) => ({
    what: `시스템이 ${named(facts)}을 읽지 못했습니다${because(facts)}.`,
    safe: untouched,
    next: '다시 해 보고, 또 안 되면 다른 디스크로 복사해서 여십시오.',
  }),
  unreadable: (facts) => ({
    what: `${named(facts)}을 읽을 수 없습니다${because(facts)}.`,
    safe: untouched,
    next: '원래 프로그램에서 일반 텍스트로 저장한 뒤 그 파일을 여십시오.',
  }),
  undecodable: (facts) => ({
    what: `${named(facts)}의 인코딩이 올바르지 않습니다${facts.encoding ? ` (${facts.encoding})` : ''}${facts.byteOffset === undefined ? '' : `: ${numberOf(facts.byteOffset)}번째 바이트를 해석할 수 없습니다`}.`,
    safe: untouched,
    next: '텍스트 편집기에서 UTF-8로 저장한 뒤 다시 여십시오.',
  }),
  binary: (facts) => ({
    what: `${named(facts)}은 텍스트 파일이 아닙니다${facts.what ? ` (${facts.what})` : ''}.`,
    safe: untouched,
    next: '글을 일반 텍스트, Markdown 또는 HTML로 저장한 뒤 여십시오.',
  }),
  empty: (facts) => ({
    what: `${named(facts)}이 비어 있습니다.`,
    safe: untouched,
    next: '글이 끝까지 저장되었는지 확인하십시오.',
  }),
  blank: (facts) => ({
    what: `${named(facts)}에 빈칸만 있고 글이 없습니다.`,
    safe: untouched,
    next: '글이 끝까지 저장되었는지 확인하십시오.',
  }),
} satisfies Catalogue['openErrors'];

/** Why an export could not be written. */
export const saveErrors = {
  missing: () => ({
    what: '내보낼 폴더가 더는 없습니다.',
    safe: nothingWritten,
    next: '다른 폴더를 골라 다시 내보내십시오.',
  }),
  'is-folder': ({ fileName }) => ({
    what: `같은 이름${fileName ? ` ${quotedName(fileName)}` : ''}의 폴더가 이미 있습니다.`,
    safe: nothingWritten,
    next: '다른 이름으로 다시 내보내십시오.',
  }),
  'not-a-file': () => ({
    what: '고른 곳은 파일이 아니라 장치나 파이프입니다.',
    safe: nothingWritten,
    next: '다른 곳을 골라 다시 내보내십시오.',
  }),
  'too-large': () => ({
    what: '디스크가 허용하는 것보다 큰 파일입니다.',
    safe: nothingWritten,
    next: '글 하나씩 내보내거나 다른 디스크를 고르십시오.',
  }),
  'permission-denied': () => ({
    what: '그곳에 쓸 권한이 없습니다.',
    safe: nothingWritten,
    next: '내 폴더를 골라 다시 내보내십시오.',
  }),
  'disk-full': () => ({
    what: '디스크가 가득 찼습니다.',
    safe: nothingWritten,
    next: '공간을 비우거나 다른 디스크를 골라 다시 내보내십시오.',
  }),
  'changed-while-reading': () => ({
    what: '확인하는 동안 다른 프로그램이 내보낸 파일을 바꾸었습니다.',
    safe: nothingWritten,
    next: '다시 내보내십시오.',
  }),
  'not-verified': () => ({
    what: '디스크에서 다시 읽은 내용이 쓴 내용과 다릅니다.',
    safe: nothingWritten,
    next: '다른 디스크로 내보내십시오. 이 디스크에 이상이 있을 수 있습니다.',
  }),
  stale: () => ({
    what: '이전에 실행했을 때 시작한 내보내기입니다.',
    safe: nothingWritten,
    next: '다시 내보내십시오.',
  }),
  cancelled: () => ({
    what: '내보내기를 중단했습니다.',
    safe: nothingWritten,
    next: '필요할 때 다시 내보내십시오.',
  }),
  refused: (facts) => ({
    what: `Dateline의 결함으로 내보내지 못했습니다${because(facts)}.`,
    safe: nothingWritten,
    next: 'Dateline을 다시 시작하고 내보내십시오.',
  }),
  unsound: (facts: FileFacts) => ({
    what: `본문과 맞지 않는 주석이 있어 내보내기를 멈추었습니다${because(facts)}.`,
    safe: nothingWritten,
    next: '이 글을 복사해 알려 주십시오. 다른 기사는 하나씩 내보낼 수 있습니다.',
  }),
  system: (facts) => ({
    what: `시스템이 파일을 쓰지 못했습니다${because(facts)}.`,
    safe: nothingWritten,
    next: '다시 해 보고, 또 안 되면 다른 디스크를 고르십시오.',
  }),
} satisfies Catalogue['saveErrors'];

const lastEditOnly =
  '앞서 저장된 것은 모두 안전합니다. 마지막 편집은 이 창에 남아 있지만 아직 디스크에 저장되지 않았습니다.';

/** Why an edit could not be saved in the store. */
export const storeErrors = {
  'no-space': () => ({
    what: '저장하지 못했습니다: 디스크가 가득 찼습니다.',
    safe: lastEditOnly,
    next: '디스크 공간을 비우고 다시 시도하십시오.',
  }),
  closed: () => ({
    what: '저장하지 못했습니다: 브라우저가 저장소를 닫았습니다.',
    safe: lastEditOnly,
    next: '다시 시도하고, 또 안 되면 이 창을 닫고 Dateline을 다시 여십시오.',
  }),
  conflict: () => ({
    what: '저장하지 못했습니다: 그사이 다른 곳에서 기록이 바뀌었습니다.',
    safe: '다른 편집은 남아 있고, 앞서 저장된 것은 모두 안전합니다.',
    next: '지금의 기록을 보고 다시 편집하십시오.',
  }),
  'newer-version': () => ({
    what: '더 새로운 Dateline이 만든 저장소입니다.',
    safe: '그 안의 것은 바뀌지 않았습니다.',
    next: '그 버전으로 열거나, 거기서 내보낸 파일을 여기서 쓰십시오.',
  }),
  system: (detail) => ({
    what: `저장하지 못했습니다${detail ? ` (${detail})` : ''}.`,
    safe: lastEditOnly,
    next: '다시 시도하고, 또 안 되면 지금까지의 작업을 내보낸 뒤 Dateline을 다시 시작하십시오.',
  }),
} satisfies Catalogue['storeErrors'];
