import { caretOver } from '../../../../core/text/caret';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';
import { leaveHere } from '../leave-here';
import { currentCaret, placeCaret } from './caret';
import { nextUntagged } from './next-untagged';

/**
 * Selects the next place, from the caret on, where words tagged as an enterprise in any article, or a name given to one,
 * stand untagged; says so when there is none.
 */
export async function goToUntagged(workspace: Workspace): Promise<void> {
  const { screen, queries } = workspace;
  const { article, selection } = screen.getState();
  const from = selection?.end ?? currentCaret(screen.getState())?.head ?? 0;
  const [names, words] = await Promise.all([queries.enterpriseNames(), queries.enterpriseWords()]);
  const span = await nextUntagged(workspace, from, [...names, ...words]);
  if (screen.getState().article !== article) return;
  if (!span) {
    tell(screen, { kind: 'none-untagged' });
    return;
  }
  leaveHere(workspace);
  placeCaret(workspace, caretOver(span), 'place');
  screen.setState({ reveal: { ...span } });
}
