import type { Catalogue } from '../en';

/** What each field of a record is called. */
export const fields: Catalogue['fields'] = {
  articles: {
    title: '제목',
    outlet: '매체',
    language: '언어',
    published: '발행일',
    url: '주소',
    status: '작업',
    note: '메모',
  },
  annotations: {
    fragments: '원문',
    'body.kind': '종류',
    'body.name': '부를 이름',
    'body.status': '상태',
    'body.edtf': '날짜 값',
    'body.basis': '값을 정한 방법',
    'provenance.coder': '작업자',
    'provenance.origin': '표시한 방법',
    'provenance.rule': '제안한 규칙',
    note: '메모',
  },
};
