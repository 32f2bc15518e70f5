import { leavePlace, type Place } from '../places';
import type { ScreenState } from '../screen';
import type { Workspace } from '../workspace';

/** Keeps the place at which the person is, before a jump away from it. */
export function leaveHere({ screen }: Workspace): void {
  const here = placeOf(screen.getState());
  if (here) screen.setState(({ places }) => ({ places: leavePlace(places, here) }));
}

/** Where the person is: at the caret, or where the article was opened; null when no article is. */
export function placeOf({ article, caret, startOffset }: ScreenState): Place | null {
  return article && { articleId: article.id, offset: caret?.head ?? startOffset };
}
