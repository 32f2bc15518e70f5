import { vi } from 'vitest';
import { waitLimitMs } from '../../scripts/testing/limits.mjs';

/** Tries `check` again and again until it throws no more, however slow the machine is; throws what it threw last. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: waitLimitMs });
}
