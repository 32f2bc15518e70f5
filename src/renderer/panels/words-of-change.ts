import type { ChangeLabel } from '../../core/change';
import type { Catalogue } from '../i18n/en';

/** What was done, as a sentence: `Tagged ‘Musan Mining Complex’ as enterprise`. Long words are cut in the middle. */
export function wordsOfChange(words: Catalogue, label: ChangeLabel): string {
  const { changes } = words;
  switch (label.code) {
    case 'open-articles':
      return changes.openArticles(label.count, shorten(label.title));
    case 'remove-article':
      return changes.removeArticle(shorten(label.title));
    case 'edit-article':
      return changes.editArticle(shorten(label.title));
    case 'annotate':
      return changes.annotate[label.kind](shorten(label.exact));
    case 'delete-annotation':
      return changes.deleteAnnotation[label.kind](shorten(label.exact));
    case 'change-kind':
      return changes.changeKind[label.kind](shorten(label.exact));
    case 'edit-annotation':
      return changes.editAnnotation[label.kind](shorten(label.exact));
    case 'move-ends':
      return changes.moveEnds[label.kind](shorten(label.exact));
    case 'add-fragment':
      return changes.addFragment[label.kind](shorten(label.exact));
    case 'remove-fragment':
      return changes.removeFragment[label.kind](shorten(label.exact));
    case 'annotate-all':
      return changes.annotateAll[label.kind](shorten(label.exact), label.count);
    case 'delete-all':
      return changes.deleteAll[label.kind](shorten(label.exact), label.count);
    case 'delete-annotations':
      return changes.deleteAnnotations(label.count);
    case 'change-kinds':
      return changes.changeKinds[label.kind](label.count);
    case 'name-enterprises':
      return changes.nameEnterprises(shorten(label.name), label.count);
    case 'set-work-status':
      return changes.setWorkStatus[label.status ?? 'new'](shorten(label.title));
    case 'edit-article-note':
      return changes.editArticleNote(shorten(label.title));
    case 'import':
      return changes.imported(label.count, label.articles, shorten(label.fileName));
  }
}

const longest = 80;

/** `text` on one line and at most 80 graphemes or so, with its beginning and its end. */
function shorten(text: string): string {
  const points = Array.from(text.replace(/\s+/g, ' '));
  if (points.length <= longest) return points.join('');
  return `${points.slice(0, 50).join('')} … ${points.slice(-25).join('')}`;
}
