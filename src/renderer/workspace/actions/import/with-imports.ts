import { tell } from '../../screen';
import type { Workspace } from '../../workspace';

/** What can be done with exports. */
type ImportActions = typeof import('./import');

/** Does something with the actions of imports, which the start leaves out; says so when their script cannot be read. */
export async function withImports(
  { screen }: Workspace,
  act: (actions: ImportActions) => void | Promise<void>,
): Promise<void> {
  const actions = await import('./import').catch(() => null);
  if (actions) await act(actions);
  else tell(screen, { kind: 'part-unread' });
}
