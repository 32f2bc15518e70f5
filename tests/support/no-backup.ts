import { err } from '../../src/core/result';
import type { Backup } from '../../src/renderer/workspace/backup/backup-keeper';

/** A backup that holds everything without writing anything. */
export const noBackup: Backup = {
  folder: '/backup',
  status: { state: 'kept' },
  subscribe: () => () => undefined,
  retry: () => undefined,
  snapshot: async () => err({ code: 'refused' }),
};
