/** What each field of a record is called: under the name that the definition has for it, a field of a part as `part.field`. */
export const fields = {
  articles: {
    title: 'Title',
    outlet: 'Outlet',
    language: 'Language',
    published: 'Published',
    url: 'Address',
    status: 'Work',
    note: 'Note',
  },
  annotations: {
    fragments: 'Words',
    'body.kind': 'Kind',
    'body.name': 'Name to go by',
    'body.status': 'Status',
    'body.edtf': 'Date value',
    'body.basis': 'Value given',
    'provenance.coder': 'Coder',
    'provenance.origin': 'Tagged',
    'provenance.rule': 'Suggested by',
    note: 'Note',
  },
};
