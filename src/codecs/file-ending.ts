import type { FileFormat } from '../core/formats';

/** Whether a file name ends as those of `format` do, in letters of either case. */
export function hasEnding(fileName: string, { endings }: FileFormat): boolean {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return endings.some((known) => known === ending);
}
