import type { Dexie, Table } from 'dexie';
import type { Annotation } from '../../../core/annotation/annotation';

/** Longer words, in UTF-16 units, are no name that would stand elsewhere again. */
const longestWords = 200;

/** How many rows are read and written at a time. */
const chunkSize = 2_000;

/** Version 2: annotations also by the words tagged as an enterprise, so that those of the whole project are at hand. */
export function schema0002(database: Dexie): void {
  database
    .version(2)
    .stores({ annotations: 'id, [articleId+start], body.name, enterpriseWords' })
    .upgrade((transaction) => fillEnterpriseWords(transaction.table('annotations')));
}

/**
 * The words of an annotation that is an enterprise of one fragment and no more than 200 UTF-16 units; null for every
 * other. Words of several fragments stand nowhere as they are joined in the quote.
 */
export function enterpriseWordsOf({ body, fragments, quote }: Annotation): string | null {
  const isName =
    body.kind === 'enterprise' && fragments.length === 1 && quote.exact.length <= longestWords;
  return isName ? quote.exact : null;
}

/** Runs in the transaction of the upgrade: a store that could not be upgraded to the end stays as it was. */
async function fillEnterpriseWords(rows: Table<Annotation, string>): Promise<void> {
  let after = '';
  for (;;) {
    const chunk = await rows.where(':id').above(after).limit(chunkSize).toArray();
    const last = chunk.at(-1);
    if (!last) return;
    await rows.bulkPut(
      chunk.flatMap((row) => {
        const enterpriseWords = enterpriseWordsOf(row);
        return enterpriseWords === null ? [] : [{ ...row, enterpriseWords }];
      }),
    );
    after = last.id;
  }
}
