import { annotationDefinition } from './annotation';
import { articleDefinition } from './article';
import { choice, count, nullable, text, variants } from './shape';

type Kind = keyof typeof annotationDefinition.fields.body.of;

const kind = choice(...(Object.keys(annotationDefinition.fields.body.of) as Kind[]));
const workStatus = choice(...articleDefinition.fields.status.values);
const article = { title: text };
const annotation = { kind, exact: text };
const annotations = { ...annotation, count };

/** What was done, for a person to read in the history: words are made from it by the catalogue. */
export const labelShape = variants('code', {
  'open-articles': { count, title: text },
  'remove-article': article,
  'edit-article': article,
  annotate: annotation,
  'delete-annotation': annotation,
  'change-kind': annotation,
  'edit-annotation': annotation,
  'move-ends': annotation,
  'add-fragment': annotation,
  'remove-fragment': annotation,
  'annotate-all': annotations,
  'delete-all': annotations,
  'delete-annotations': { count },
  'change-kinds': { kind, count },
  'name-enterprises': { name: text, count },
  'set-work-status': { status: nullable(workStatus), title: text },
  'edit-article-note': article,
  /** `count` annotations and `articles` articles were added or replaced. */
  import: { count, articles: count, fileName: text },
});
