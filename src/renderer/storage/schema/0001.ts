import type { Dexie } from 'dexie';

/** Version 1, the first: articles, texts by hash, annotations by place and by the name given, the log of changes, counts, small state. */
export function schema0001(database: Dexie): void {
  database.version(1).stores({
    articles: 'id, source.sha256',
    texts: 'hash',
    annotations: 'id, [articleId+start], body.name',
    changes: 'seq, groupId',
    counts: 'articleId',
    state: 'key',
  });
}
