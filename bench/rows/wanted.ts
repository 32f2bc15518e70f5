import type { SubjectName } from '../results';
import type { Shape } from '../shapes';
import type { RowName, RowsTogether } from './row';

/** What is to be measured, in one subject on one shape. */
export interface Wanted {
  readonly rows: readonly RowName[];
  readonly subject: SubjectName;
  readonly shape: Shape;
  readonly isQuick: boolean;
}

/**
 * The rows of `group` that are to be measured, in its order: those asked for that mean something for the subject and the
 * shape. None on a shape for the program alone when the subject is another.
 */
export function wantedRows(
  group: RowsTogether,
  { rows, subject, shape, isQuick }: Wanted,
): readonly RowName[] {
  const isLeftOut =
    (shape.library && subject !== 'dateline') ||
    group.subjects?.includes(subject) === false ||
    group.shapes?.includes(shape.name) === false ||
    (isQuick && group.notWhenQuick?.includes(shape.name));
  if (isLeftOut) return [];
  return group.rows.filter((row) => rows.includes(row) && (shape.rows?.includes(row) ?? true));
}
