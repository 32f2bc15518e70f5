import { caretOver } from '../../../../core/text/caret';
import { findInShadow } from '../../../../core/text/find';
import { searchFold } from '../../../../core/text/fold';
import type { Span } from '../../../../core/text/span';
import { shadowOfArticle } from '../../article-shadow';
import type { ScreenState } from '../../screen';
import type { Workspace } from '../../workspace';
import { leaveHere } from '../leave-here';
import { placeCaret } from './caret';

/** Opens the search, with the selected words if they are of one line and short, or the words of the last search. */
export function openFind(workspace: Workspace): void {
  const { screen } = workspace;
  const { article, selection, find } = screen.getState();
  if (!article) return;
  if (!find) leaveHere(workspace);
  const words = selection ? article.text.slice(selection.start, selection.end) : '';
  const usable = words.length > 0 && words.length <= 80 && !/[\r\n]/.test(words);
  const query = usable ? words : (find?.query ?? '');
  search(screen, { query, matchCase: find?.matchCase ?? false });
  const opened = screen.getState().find;
  if (opened) screen.setState({ find: { ...opened, summons: opened.summons + 1 } });
}

/** Looks for other words, or with or without case; the place nearest after the one before becomes current. */
export function search(
  screen: Workspace['screen'],
  request: { readonly query: string; readonly matchCase: boolean },
): void {
  const state = screen.getState();
  if (!state.article) return;
  const from =
    state.find?.found[state.find.current]?.start ??
    state.selection?.start ??
    state.caret?.head ??
    0;
  const shadow = shadowOfArticle(state.article, searchFold(request));
  const found = findInShadow(shadow, request.query);
  const current = Math.max(
    0,
    found.findIndex(({ start }) => start >= from),
  );
  const summons = state.find?.summons ?? 0;
  screen.setState({
    find: { ...request, found, current, summons },
    reveal: found[current] ?? null,
  });
}

/** Goes to the next or previous place found, round the end of the text. */
export function stepFind({ screen }: Workspace, direction: 1 | -1): void {
  const { find } = screen.getState();
  if (!find || find.found.length === 0) return;
  const current = (find.current + direction + find.found.length) % find.found.length;
  screen.setState({ find: { ...find, current }, reveal: placeOf(find.found, current) });
}

/** Ends the search; the words found last are selected, for the keys to act on. */
export function closeFind(workspace: Workspace): void {
  const { screen } = workspace;
  const place = currentPlace(screen.getState());
  screen.setState({ find: null });
  if (place) placeCaret(workspace, caretOver(place), 'place');
}

/** Where the search is now; null when there is none or it found nothing. */
export function currentPlace({ find }: ScreenState): Span | null {
  return find?.found[find.current] ?? null;
}

/** A place as a new object, so that revealing the same place twice counts twice. */
function placeOf(found: readonly Span[], current: number): Span | null {
  const span = found[current];
  return span ? { ...span } : null;
}
