import { tell } from '../screen';
import type { Workspace } from '../workspace';

/** Writes a snapshot of the project to the backup, and says whether that has worked. */
export async function backUp({ backup, screen }: Workspace): Promise<void> {
  const taken = await backup.snapshot();
  tell(screen, taken.ok ? { kind: 'backed-up' } : { kind: 'not-backed-up', error: taken.error });
}
