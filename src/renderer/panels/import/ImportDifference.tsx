import type { Annotation } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import { type ComparedField, differingFields } from '../../../core/import/compare-records';
import type { ImportConflict } from '../../../core/import/import-plan';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import css from './ImportDialog.module.css';
import { wordsOfField } from './words-of-field';

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
            <Said words={mine} />
            <Said words={theirs} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ words }: { readonly words: string }) {
  const { nothing } = useWords().importing;
  return words === '' ? <td className={css.nothing}>{nothing}</td> : <td dir="auto">{words}</td>;
}

/** The fields in which two annotations differ; when each was changed last is always told. */
function annotationDifferences(
  catalogue: Catalogue,
  mine: Annotation,
  theirs: Annotation,
): readonly Difference[] {
  const { importing: words, fields, dateWords } = catalogue;
  const changed = {
    label: words.changed,
    mine: dateWords.moment(new Date(mine.updatedAt)),
    theirs: dateWords.moment(new Date(theirs.updatedAt)),
  };
  return [
    ...inOrderOf(fields.annotations, differingFields('annotations', mine, theirs)).map((field) => ({
      label: fields.annotations[field],
      mine: wordsOfField(catalogue, mine, field),
      theirs: wordsOfField(catalogue, theirs, field),
    })),
    changed,
  ];
}

function articleDifferences(
  catalogue: Catalogue,
  { mine, theirs, facts }: Extract<ImportConflict, { readonly table: 'articles' }>,
): readonly Difference[] {
  const { fields } = catalogue;
  return inOrderOf(fields.articles, facts).map((fact) => ({
    label: fields.articles[fact],
    mine: wordsOfFact(catalogue, mine, fact),
    theirs: wordsOfFact(catalogue, theirs, fact),
  }));
}

/** `fields` as the catalogue lists them, however a record happens to have them. */
function inOrderOf<Field extends string>(
  labels: Readonly<Record<Field, string>>,
  fields: readonly Field[],
): readonly Field[] {
  const order = Object.keys(labels);
  return fields.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

function wordsOfFact(
  { work, dateSources }: Catalogue,
  article: Article,
  fact: ComparedField<'articles'>,
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
