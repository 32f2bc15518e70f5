import type { Annotation } from '../../core/annotation/annotation';
import { extentOf } from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import type { ArticleFact } from '../../core/import/article-facts';
import type { ImportConflict } from '../../core/import/import-plan';
import { onOneLine } from '../../core/text/context';
import { useWords } from '../i18n/catalogue';
import type { Catalogue } from '../i18n/en';
import css from './ImportDialog.module.css';
import { valueOfAnnotation } from './value-of-annotation';

/** One thing that can differ, as it is here and in the file. */
interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** A record as it is here beside that of the file: only what differs. */
export function ImportDifference({ conflict }: { readonly conflict: ImportConflict }) {
  const catalogue = useWords();
  const words = catalogue.importing;
  const differences =
    conflict.table === 'articles'
      ? articleDifferences(catalogue, conflict)
      : annotationDifferences(catalogue, conflict.mine, conflict.theirs);
  return (
    <table className={css.difference}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.mine}</th>
          <th scope="col">{words.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, mine, theirs }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{mine === '' ? words.nothing : mine}</td>
            <td>{theirs === '' ? words.nothing : theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The lines in which two annotations differ; when each was changed last is always told. */
function annotationDifferences(
  catalogue: Catalogue,
  mine: Annotation,
  theirs: Annotation,
): readonly Difference[] {
  const { importing: words, kinds, inspector, origins, dateWords } = catalogue;
  const lines = [
    { label: words.words, of: ({ quote }: Annotation) => onOneLine(quote.exact) },
    {
      label: words.place,
      of: (one: Annotation) => words.offsets(extentOf(one).start, extentOf(one).end),
    },
    { label: words.kind, of: ({ body }: Annotation) => kinds[body.kind] },
    { label: words.value, of: (one: Annotation) => valueOfAnnotation(catalogue, one) ?? '' },
    { label: inspector.note, of: ({ note = '' }: Annotation) => note },
    {
      label: inspector.annotation,
      of: ({ provenance: { coder, origin } }: Annotation) =>
        `${coder === '' ? inspector.madeByNobody : inspector.madeBy(coder)}, ${origins[origin]}`,
    },
  ];
  const changed = {
    label: words.changed,
    mine: dateWords.moment(new Date(mine.updatedAt)),
    theirs: dateWords.moment(new Date(theirs.updatedAt)),
  };
  return [
    ...lines
      .map(({ label, of }) => ({ label, mine: of(mine), theirs: of(theirs) }))
      .filter((line) => line.mine !== line.theirs),
    changed,
  ];
}

function articleDifferences(
  catalogue: Catalogue,
  { mine, theirs, facts }: Extract<ImportConflict, { readonly table: 'articles' }>,
): readonly Difference[] {
  return facts.map((fact) => ({
    label: catalogue.importing.facts[fact],
    mine: wordsOfFact(catalogue, mine, fact),
    theirs: wordsOfFact(catalogue, theirs, fact),
  }));
}

function wordsOfFact(
  { work, dateSources }: Catalogue,
  article: Article,
  fact: ArticleFact,
): string {
  switch (fact) {
    case 'published': {
      const { published } = article;
      return published ? `${published.date}, ${dateSources[published.basis]}` : '';
    }
    case 'status':
      return article.status ? work.statuses[article.status] : '';
    default:
      return article[fact] ?? '';
  }
}
