import { type ScreenState, tell } from '../workspace/screen';
import type { Workspace } from '../workspace/workspace';

/** Takes back what asked for a part of the window that could not be read, and says so. Asking again reads it again. */
export function takeBackUnread(
  { screen }: Workspace,
  takeBack: (now: ScreenState) => Partial<ScreenState>,
): void {
  screen.setState(takeBack);
  tell(screen, { kind: 'part-unread' });
}
