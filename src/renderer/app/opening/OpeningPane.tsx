import { useEffect, useState } from 'react';
import { OpeningState } from '../../panels/opening/OpeningState';
import type { OpeningProgress } from '../../workspace/screen';

/** What takes less than this, in milliseconds, is not announced. */
const patience = 200;

/** After these, in milliseconds, the time left is told, and cancelling is offered. */
const tellAfter = 1_000;
const cancelAfter = 2_000;

/** The opening of files in place of the article, with progress that grows more detailed the longer it takes. */
export function OpeningPane({ opening }: { readonly opening: OpeningProgress }) {
  const { done, total, fileName, since, cancel } = opening;
  const elapsed = useClock() - since;
  const left = done > 0 ? Math.round(((elapsed / done) * (total - done)) / 1_000) : undefined;
  return (
    <OpeningState
      name={fileName}
      share={total > 1 ? done / total : undefined}
      secondsLeft={elapsed > tellAfter && left ? left : undefined}
      {...(elapsed > cancelAfter && { onCancel: cancel })}
    />
  );
}

/** The opening that is under way, once it takes long enough to be worth a word; null before and after. */
export function useLate(opening: OpeningProgress | null): OpeningProgress | null {
  const since = opening?.since ?? null;
  const [late, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(() => setLate(since), patience);
    return () => clearTimeout(timer);
  }, [since]);
  return late === since ? opening : null;
}

/** `performance.now()`, twice a second. */
function useClock(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
