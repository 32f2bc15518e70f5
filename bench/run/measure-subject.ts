import type { Measurement, SubjectName } from '../results';
import { type RowName, unitOf } from '../rows/row';
import { rowGroups } from '../rows/rows';
import type { Shape } from '../shapes';
import type { BenchHost } from './bench-host';
import { ExceededError } from './bench-window';
import { profiling } from './cpu-profile';
import { openSubject } from './open-subject';

/** What is to be measured of one subject on one shape. */
export interface SubjectPlan {
  readonly subject: SubjectName;
  readonly shape: Shape;
  readonly rows: readonly RowName[];
  readonly runs: number;
  readonly isQuick: boolean;
  /** Where CPU profiles go, absolute; null for none. */
  readonly profiles: string | null;
}

/** Measures the rows wanted. When one is not done in 60 seconds, that one and all after it are given up. */
export async function measureSubject(
  host: BenchHost,
  { subject, shape, rows, runs, isQuick, profiles }: SubjectPlan,
): Promise<readonly Measurement[]> {
  const groups = rowGroups.filter(
    (group) =>
      group.rows.some((row) => rows.includes(row)) &&
      (group.subjects?.includes(subject) ?? true) &&
      (group.shapes?.includes(shape.name) ?? true),
  );
  if (groups.length === 0 || (shape.library && subject !== 'dateline')) return [];
  const [{ title, annotations }] = shape.documents;
  const opened = await openSubject(host, subject, shape);
  const made: Measurement[] = [];
  let isGivenUp = false;
  let isOpen = false;
  const note = (row: RowName, measured: Measurement['measured']): void => {
    made.push({ shape: shape.name, row, subject, unit: unitOf(row), measured });
  };
  try {
    for (const group of groups) {
      const wanted = group.rows.filter((row) => rows.includes(row));
      try {
        if (isGivenUp) throw new ExceededError('given up');
        if (group.needsOpen && !isOpen) {
          await opened.window.openEntry(title, { eye: 'known', is: annotations });
          await opened.window.rest();
        }
        isOpen ||= group.needsOpen;
        const since = Date.now();
        const { window, exports } = opened;
        const measure = () => group.measure({ window, exports, shape, subject, runs, isQuick });
        const measured = profiles
          ? await profiling(
              window.page,
              { folder: profiles, name: `${shape.name}-${subject}-${group.rows.join('-')}` },
              measure,
            )
          : await measure();
        host.say(`  ${wanted.join(', ')}: ${((Date.now() - since) / 1_000).toFixed(1)} s`);
        for (const row of wanted) if (measured[row]) note(row, measured[row]);
      } catch (thrown) {
        if (!(thrown instanceof ExceededError)) {
          host.onFailure(`${wanted.join(', ')} of ${subject} on ${shape.name}`, thrown);
          break;
        }
        if (!isGivenUp) host.say(`  ${subject} on ${shape.name}: ${thrown.message}`);
        isGivenUp = true;
        for (const row of wanted) note(row, 'exceeded');
      }
    }
  } finally {
    await opened.close();
  }
  return made;
}
