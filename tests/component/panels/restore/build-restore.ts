import { vi } from 'vitest';
import type { RestorePageProps } from '../../../../src/renderer/panels/restore/RestorePage';
import type {
  PointActs,
  RestoreAct,
  RestoreLineage,
  RestorePoint,
} from '../../../../src/renderer/panels/restore/restore-state';

/** A moment of 22 November 2026 by the clock of whoever runs the tests. */
export function atClock(hours: number, minutes: number): string {
  return new Date(2026, 10, 22, hours, minutes).toISOString();
}

/** Everything up to 14:05. */
export const latest: RestorePoint = {
  kind: 'latest',
  seq: null,
  at: atClock(14, 5),
  isDamaged: false,
  hasActs: false,
};

/** A whole snapshot with changes after it, unless told otherwise. */
export function snapshotAt(hours: number, facts: Partial<RestorePoint> = {}): RestorePoint {
  return {
    kind: 'snapshot',
    seq: hours * 100,
    at: atClock(hours, 0),
    byteLength: 12_400_000,
    isDamaged: false,
    hasActs: true,
    ...facts,
  };
}

/** The project that is there now, with what is kept of it. */
export const present: RestoreLineage = {
  lineage: 'lin_now',
  isPresent: true,
  until: atClock(14, 5),
  points: [latest, snapshotAt(13), snapshotAt(12, { isDamaged: true, hasActs: false })],
};

/** A project of the morning, before a restore. */
export const earlier: RestoreLineage = {
  lineage: 'lin_before',
  isPresent: false,
  until: atClock(9, 30),
  points: [{ ...latest, at: atClock(9, 30) }, snapshotAt(9, { hasActs: false })],
};

/** A change of 13:00 and so many minutes. */
export function actAt(minutes: number, facts: Partial<RestoreAct> = {}): RestoreAct {
  return {
    seq: 1_300 + minutes,
    act: 'do',
    label: { code: 'annotate', kind: 'enterprise', exact: `Kangan Mine ${minutes}` },
    at: atClock(13, minutes),
    coder: 'A. Coder',
    ...facts,
  };
}

/** `count` changes after the snapshot of 13:00, newest first. */
export function actsAfter13(count: number): ReadonlyMap<string, PointActs> {
  const acts = Array.from({ length: count }, (_, index) => actAt(count - index));
  return new Map([['lin_now/1300', { kind: 'read', acts }]]);
}

/** The page over a project that is behind its backup, everything chosen, unless told otherwise. */
export function restoreProps(changes: Partial<RestorePageProps> = {}): RestorePageProps {
  return {
    reason: { kind: 'behind', changes: 14 },
    present: { articles: 11, annotations: 322, lastChangeAt: atClock(13, 50) },
    folder: '/home/analyst/Dateline/backup',
    offer: { kind: 'read', lineages: [present], damagedFiles: [] },
    choice: { lineage: 'lin_now', seq: null },
    onChoose: vi.fn(),
    acts: new Map(),
    onUnfold: vi.fn(),
    preview: {
      kind: 'ready',
      articles: 12,
      annotations: 340,
      lastChange: actAt(5, { at: atClock(14, 5) }),
      missingTexts: 0,
    },
    stage: { kind: 'choosing' },
    onRestore: vi.fn(),
    onCancel: vi.fn(),
    keptAside: [],
    onRemoveKept: vi.fn(),
    ...changes,
  };
}
