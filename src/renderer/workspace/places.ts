import type { ArticleId } from '../../core/ids';

/** A place that was visited. */
export interface Place {
  readonly articleId: ArticleId;
  readonly offset: number;
}

/** The places before and after the one that the person is at, the nearest last. */
export interface Places {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
}

/** Nothing visited yet. */
export const noPlaces: Places = { back: [], forward: [] };

/** Places further back are forgotten. */
const most = 200;

/** Places nearer to each other than this, in UTF-16 units, are one: the words are still in view. */
const near = 400;

/** The places after leaving `place` by a jump: nothing lies ahead any more. */
export function leavePlace({ back }: Places, place: Place): Places {
  const last = back[back.length - 1];
  const kept = last && isNear(last, place) ? back.slice(0, -1) : back;
  return { back: [...kept, place].slice(-most), forward: [] };
}

/** Where a step back (-1) or forward (1) from `here` leads, and the places then; null when there is nothing that way. */
export function stepPlaces(
  places: Places,
  here: Place | null,
  direction: 1 | -1,
): { readonly to: Place; readonly places: Places } | null {
  const from = direction === -1 ? places.back : places.forward;
  const left = here ? [here] : [];
  // Places in view from here are no way off.
  const at = from.findLastIndex((place) => !here || !isNear(place, here));
  const to = from[at];
  if (!to) return null;
  const rest = from.slice(0, at);
  return {
    to,
    places:
      direction === -1
        ? { back: rest, forward: [...places.forward, ...left] }
        : { back: [...places.back, ...left], forward: rest },
  };
}

function isNear(a: Place, b: Place): boolean {
  return a.articleId === b.articleId && Math.abs(a.offset - b.offset) < near;
}
