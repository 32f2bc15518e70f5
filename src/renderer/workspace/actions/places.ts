import { type Place, stepPlaces } from '../places';
import type { Workspace } from '../workspace';
import { placeOf } from './leave-here';
import { goToOffset } from './reader/caret';

/** Goes to the place visited before (-1) or after (1); places of articles that were removed are passed over. */
export async function stepPlace(workspace: Workspace, direction: 1 | -1): Promise<void> {
  const { screen, queries, shown } = workspace;
  const asked = shown.ask();
  const here = placeOf(screen.getState());
  let left: Place | null = here;
  for (;;) {
    const step = stepPlaces(screen.getState().places, left, direction);
    if (!step) return;
    screen.setState({ places: step.places });
    if (await queries.article(step.to.articleId)) {
      // Unless another was asked for meanwhile.
      if (await shown.show(step.to.articleId, asked)) goToOffset(workspace, step.to.offset);
      return;
    }
    left = null;
  }
}
