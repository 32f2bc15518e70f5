import type { HealthFinding } from '../../core/health/finding';
import { findLogGaps, findMissingSteps } from '../../core/health/store-findings';
import type { GroupId } from '../../core/ids';
import type { Database } from './db';
import { entryOf, readUndoStack } from './undo-stack';

/** How many numbers of entries are read at a time. */
const pageSize = 20_000;

/** Looks for gaps in the log, and for steps of the undo stack that it does not hold. */
export async function checkLog(database: Database): Promise<readonly HealthFinding[]> {
  const findings: HealthFinding[] = [];
  let after = 0;
  for (;;) {
    const seqs = await database.changes.where(':id').above(after).limit(pageSize).primaryKeys();
    const last = seqs.at(-1);
    if (last === undefined) break;
    findings.push(...findLogGaps(after, seqs));
    after = last;
  }
  const stack = await readUndoStack(database);
  const steps = [...stack.redo, ...(stack.undo ? [stack.undo] : [])].map(({ groupId }) => groupId);
  const inLog = new Set<GroupId>();
  for (const groupId of steps) if (await entryOf(database, groupId)) inLog.add(groupId);
  return [...findings, ...findMissingSteps(steps, (groupId) => inLog.has(groupId))];
}
