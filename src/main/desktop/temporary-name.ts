import { randomName } from './random-name';

/** A name for a file that is not yet whole. Nobody else's file has such a name, so what is left of one may be removed. */
export function temporaryName(): string {
  return `.dateline-${randomName()}.tmp`;
}

/** Whether `name`, without a folder, has the shape of a `temporaryName`. */
export function isTemporaryName(name: string): boolean {
  return /^\.dateline-[\w-]{32}\.tmp$/.test(name);
}
