import { useEffect, useState } from 'react';
import type { Workspace } from '../../workspace/workspace';
import { emptyLog, follow } from './cost-log';
import { type Figures, summariseCosts } from './figures';
import { dropOldFrames, type Frame, summariseFrames } from './frames';
import { type LongFrame, watchLongFrames } from './long-frames';
import { watchActs } from './watch-acts';
import { watchFrames } from './watch-frames';

/** How often the figures are drawn anew, in milliseconds: seldom enough not to be what is measured. */
const everyMs = 250;

const noFigures: Figures = { frames: summariseFrames([], 0), longFrames: null, costs: [] };

/** What is seen of `workspace` and of the page's frames from now on. */
export function useFigures(workspace: Workspace): Figures {
  const [figures, setFigures] = useState(noFigures);
  useEffect(() => {
    const watching = new AbortController();
    const { signal } = watching;
    let frames: readonly Frame[] = [];
    let added: Frame[] = [];
    let log = emptyLog;
    const longFrames: LongFrame[] = [];
    watchFrames((frame) => added.push(frame), signal);
    const knowsLongFrames = watchLongFrames((frame) => longFrames.push(frame), signal);
    watchActs(
      workspace,
      (sighting) => {
        log = follow(log, sighting);
      },
      signal,
    );
    const timer = setInterval(() => {
      const now = performance.now();
      frames = dropOldFrames([...frames, ...added], now);
      added = [];
      setFigures({
        frames: summariseFrames(frames, now),
        longFrames: knowsLongFrames
          ? { count: longFrames.length, last: longFrames.at(-1) ?? null }
          : null,
        costs: summariseCosts(log.costs),
      });
    }, everyMs);
    return () => {
      watching.abort();
      clearInterval(timer);
    };
  }, [workspace]);
  return figures;
}
