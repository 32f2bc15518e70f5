import { useCallback, useEffect, useRef, useState } from 'react';
import { type LineageId, makeId, type Sha256 } from '../../../core/ids';
import type { StateFact } from '../../../core/snapshot';
import type { BackupState, Desktop, KeptLineage } from '../../../preload/contract';
import { keyOfPoint } from '../../panels/restore/restore-rows';
import type {
  PointActs,
  RestoreAct,
  RestoreChoice,
  RestorePreviewState,
  RestoreStage,
} from '../../panels/restore/restore-state';
import { previewRestore, restore } from '../../workspace/backup/restore';
import { journalActs } from '../../workspace/backup/visit-backup';
import { endOfActs, problemOf, shownAct } from './restore-offer';

/** What the page restores from and to. */
export interface RestoreSource {
  readonly desktop: Desktop;
  /** The name of the store's first database. */
  readonly base: string;
  readonly backup: BackupState | null;
  /** A text of the store that is there; null when it has none of this hash, or does not open. */
  readonly text: (hash: Sha256) => Promise<string | null>;
  /** The settings of that store, and which article is open. */
  readonly facts: () => Promise<readonly StateFact[]>;
}

/** A lineage that was never given before. */
export function newLineage(): LineageId {
  return makeId('lin', crypto.randomUUID());
}

/** What `choice` would bring back, read anew whenever it is another. */
export function usePreview(
  { desktop, backup }: RestoreSource,
  choice: RestoreChoice | null,
): RestorePreviewState | null {
  const [read, setRead] = useState<PreviewOf | null>(null);
  useEffect(() => {
    const kept = keptOf(backup, choice);
    if (!choice || !kept) return undefined;
    const reading = new AbortController();
    const look = async (): Promise<void> => {
      const request = { desktop, kept, target: choice.seq, signal: reading.signal };
      const outcome = await previewRestore(request);
      if (reading.signal.aborted) return;
      const preview: RestorePreviewState = outcome.ok
        ? { kind: 'ready', ...outcome.value, lastChange: lastActOf(outcome.value.lastChange) }
        : { kind: 'unreadable', problem: problemOf(outcome.error) };
      setRead({ choice, preview });
    };
    void look();
    return () => reading.abort();
  }, [desktop, backup, choice]);
  if (!choice) return null;
  return read?.choice === choice ? read.preview : { kind: 'reading' };
}

/** What was read of a choice. */
interface PreviewOf {
  readonly choice: RestoreChoice;
  readonly preview: RestorePreviewState;
}

/** The acts after points, read when one is unfolded. */
export function useActs({ desktop, backup }: RestoreSource): {
  readonly acts: ReadonlyMap<string, PointActs>;
  readonly unfold: (point: RestoreChoice) => void;
} {
  const [acts, setActs] = useState<ReadonlyMap<string, PointActs>>(new Map());
  const unfold = useCallback(
    (point: RestoreChoice): void => {
      const set = (read: PointActs): void =>
        setActs((known) => new Map(known).set(keyOfPoint(point), read));
      const kept = keptOf(backup, point);
      if (!kept) return;
      set({ kind: 'reading' });
      void readActs(desktop, kept, point.seq ?? 0).then(set);
    },
    [desktop, backup],
  );
  return { acts, unfold };
}

/** A restore and how far it is. `run` answers whether the new store is whole. */
export function useRestoring(source: RestoreSource): {
  readonly stage: RestoreStage;
  readonly run: (
    choice: RestoreChoice,
    preview: RestorePreviewState | null,
  ) => Promise<Done | null>;
  readonly cancel: () => void;
} {
  const [stage, setStage] = useState<RestoreStage>({ kind: 'choosing' });
  const stopping = useRef<AbortController | null>(null);
  const run = useCallback(
    async (choice: RestoreChoice, preview: RestorePreviewState | null): Promise<Done | null> => {
      const kept = keptOf(source.backup, choice);
      if (!kept) return null;
      const stop = new AbortController();
      stopping.current = stop;
      const of = preview?.kind === 'ready' ? preview : null;
      setStage({ kind: 'restoring', done: { articles: 0, annotations: 0 }, of });
      const outcome = await restore({
        desktop: source.desktop,
        kept,
        target: choice.seq,
        signal: stop.signal,
        base: source.base,
        lineage: newLineage(),
        now: () => new Date().toISOString(),
        otherText: source.text,
        otherFacts: source.facts,
        onProgress: (done) => setStage({ kind: 'restoring', done, of }),
      });
      if (outcome.ok) return outcome.value;
      setStage(
        outcome.error.code === 'cancelled'
          ? { kind: 'choosing' }
          : { kind: 'failed', problem: problemOf(outcome.error) },
      );
      return null;
    },
    [source],
  );
  const cancel = (): void => {
    setStage({ kind: 'withdrawing' });
    stopping.current?.abort();
  };
  return { stage, run, cancel };
}

/** What came back. */
export interface Done {
  readonly articles: number;
  readonly annotations: number;
  readonly missingTexts: number;
}

function keptOf(backup: BackupState | null, choice: RestoreChoice | null): KeptLineage | null {
  return backup?.lineages.find(({ lineage }) => lineage === choice?.lineage) ?? null;
}

function lastActOf(entry: Parameters<typeof shownAct>[0][number] | null): RestoreAct | null {
  return entry ? shownAct([entry]) : null;
}

async function readActs(desktop: Desktop, kept: KeptLineage, seq: number): Promise<PointActs> {
  const acts: RestoreAct[] = [];
  const range = { after: seq, to: endOfActs(kept, seq) };
  for await (const act of journalActs(desktop, kept.lineage, range)) {
    if (!act.ok) return { kind: 'unreadable' };
    const shown = shownAct(act.value);
    if (shown) acts.push(shown);
  }
  return { kind: 'read', acts: acts.toReversed() };
}
