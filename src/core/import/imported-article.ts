import type { Annotation } from '../annotation/annotation';
import type { Article } from '../article';

/** An article as a file has it: its facts, its text, and all its annotations, each of which names it. */
export interface ImportedArticle {
  readonly article: Article;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}
