import { annotationsHere } from '../../workspace/actions/reader/walk';
import type { CommandState } from './command';

/** When a command is available. */
export const always = (): boolean => true;

export const withArticle = ({ screen }: CommandState): boolean => screen.article !== null;

/** Whether an article is open and its text is in view. */
export const withText = ({ screen }: CommandState): boolean =>
  screen.article !== null && screen.view === 'read';

export const withArticles = ({ articleCount }: CommandState): boolean => articleCount > 0;

/** Whether an annotation is selected in the text that is in view. */
export const withSelected = ({ screen }: CommandState): boolean =>
  screen.view === 'read' && screen.selected !== null;

/** Whether words or an annotation are selected in the text that is in view. */
export const withWords = ({ screen }: CommandState): boolean =>
  screen.view === 'read' && (screen.selection !== null || screen.selected !== null);

export const whileAdjusting = ({ screen }: CommandState): boolean => screen.adjusting !== null;

/** Whether at least `count` annotations lie at the caret. */
export const withAnnotationsHere =
  (count: number) =>
  ({ screen }: CommandState): boolean =>
    screen.view === 'read' && annotationsHere(screen).length >= count;
