import { useEffect } from 'react';
import { checkStore } from '../../workers/check-store';
import { tell } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';

/** How long the window has been in use before the project is checked, in milliseconds: the start comes first. */
const quietAfterStart = 5_000;

/** Checks the whole project once, in a worker, some time after the start; says so only when it has found something. */
export function useHealthCheck({ screen, storeName }: Workspace): void {
  useEffect(() => {
    const checking = new AbortController();
    const check = async (): Promise<void> => {
      const outcome = await checkStore(storeName, checking.signal, () => undefined);
      if (!outcome.ok || outcome.value.findingCount === 0) return;
      screen.setState({ faults: outcome.value });
      tell(screen, { kind: 'faults-found', count: outcome.value.findingCount });
    };
    const timer = setTimeout(() => void check(), quietAfterStart);
    return () => {
      clearTimeout(timer);
      checking.abort();
    };
  }, [screen, storeName]);
}
