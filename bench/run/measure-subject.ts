import { join } from 'node:path';
import type { Measurement } from '../results';
import { type RowName, unitOf, type Values } from '../rows/row';
import { rowGroups, rowGroupsApart } from '../rows/rows';
import { type Wanted, wantedRows } from '../rows/wanted';
import type { BenchHost } from './bench-host';
import { ExceededError } from './bench-window';
import { profiling } from './cpu-profile';
import { openSubject } from './open-subject';

/** What is to be measured of one subject on one shape. */
export interface SubjectPlan extends Wanted {
  readonly runs: number;
  /** Where CPU profiles go, absolute; null for none. */
  readonly profiles: string | null;
}

/** Measures the rows wanted. When one is not done in 60 seconds, that one and all after it are given up. */
export async function measureSubject(
  host: BenchHost,
  plan: SubjectPlan,
): Promise<readonly Measurement[]> {
  const course = new Course(host, plan);
  await measureInWindow(host, plan, course);
  for (const [index, group] of rowGroupsApart.entries()) {
    const folder = join(host.scratch, `${plan.shape.name}-apart-${index}`);
    await course.take(wantedRows(group, plan), () => group.measure({ ...plan, host, folder }));
  }
  return course.made;
}

/** Measures the groups that share one window, which is opened only when there are any. */
async function measureInWindow(host: BenchHost, plan: SubjectPlan, course: Course): Promise<void> {
  const { shape, subject, profiles } = plan;
  const groups = rowGroups.filter((group) => wantedRows(group, plan).length > 0);
  if (groups.length === 0) return;
  const [{ title, annotations }] = shape.documents;
  const opened = await openSubject(host, subject, shape);
  const { window, exports } = opened;
  let isOpen = false;
  try {
    for (const group of groups)
      await course.take(wantedRows(group, plan), async () => {
        if (group.needsOpen && !isOpen) {
          await window.openEntry(title, { eye: 'known', is: annotations });
          await window.rest();
        }
        isOpen = group.needsOpen || group.leavesOpen === true;
        const measure = () => group.measure({ ...plan, window, exports });
        const name = `${shape.name}-${subject}-${group.rows.join('-')}`;
        return profiles === null
          ? measure()
          : profiling(window.page, { folder: profiles, name }, measure);
      });
  } finally {
    await opened.close();
  }
}

/** What has been measured of a subject on a shape, group after group, until something is in the way. */
class Course {
  readonly made: Measurement[] = [];
  readonly #host: BenchHost;
  readonly #plan: SubjectPlan;
  #isGivenUp = false;
  #hasFailed = false;

  constructor(host: BenchHost, plan: SubjectPlan) {
    this.#host = host;
    this.#plan = plan;
  }

  /** Notes what `measure` gives for `rows`, or that it took too long. After a failure nothing is measured any more. */
  async take(rows: readonly RowName[], measure: () => Promise<Values>): Promise<void> {
    const { subject, shape } = this.#plan;
    if (rows.length === 0 || this.#hasFailed) return;
    const since = Date.now();
    try {
      if (this.#isGivenUp) throw new ExceededError('given up');
      const values = await measure();
      this.#host.say(`  ${rows.join(', ')}: ${((Date.now() - since) / 1_000).toFixed(1)} s`);
      for (const row of rows) if (values[row]?.length) this.#note(row, values[row]);
    } catch (thrown) {
      if (!(thrown instanceof ExceededError)) {
        this.#host.onFailure(`${rows.join(', ')} of ${subject} on ${shape.name}`, thrown);
        this.#hasFailed = true;
        return;
      }
      if (!this.#isGivenUp) this.#host.say(`  ${subject} on ${shape.name}: ${thrown.message}`);
      this.#isGivenUp = true;
      for (const row of rows) this.#note(row, 'exceeded');
    }
  }

  #note(row: RowName, measured: Measurement['measured']): void {
    const { subject, shape } = this.#plan;
    this.made.push({ shape: shape.name, row, subject, unit: unitOf(row), measured });
  }
}
