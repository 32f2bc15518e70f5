import { caretAt } from '../../../../core/text/caret';
import type { Workspace } from '../../workspace';
import { placeCaret } from './caret';
import { closeFind } from './find';

/** Escape: takes back one level, the one that lies uppermost. */
export function stepBack(workspace: Workspace): void {
  const { screen } = workspace;
  const { view, choosing, selection, caret, find, selected, historyOpen } = screen.getState();
  if (view === 'table') screen.setState({ view: 'read' });
  else if (choosing) screen.setState({ choosing: null });
  else if (selection && caret) placeCaret(workspace, caretAt(caret.head), 'place');
  else if (find) closeFind(workspace);
  else if (selected) screen.setState({ selected: null, acting: 'caret' });
  else if (historyOpen) screen.setState({ historyOpen: false });
}
