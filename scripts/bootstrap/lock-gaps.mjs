// @ts-check
import { isRecord } from './read-text.mjs';

/**
 * Whether `npm ci` refused only because the lock file does not list packages that are optional: builds for other kinds
 * of machine, which npm leaves out when the registry it asked did not offer them. `npm install` then installs the
 * locked versions all the same.
 *
 * @param {string} output what `npm ci` wrote
 * @param {Readonly<Record<string, unknown>>} locked the `packages` of package-lock.json
 * @returns {boolean} false when anything else is amiss
 */
export function lacksOnlyOptional(output, locked) {
  if (!/\bEUSAGE\b/u.test(output) || /\bInvalid: /u.test(output)) return false;
  const missing = [...output.matchAll(/\bMissing: (\S+)@\S* from lock file/gu)];
  const optional = new Set(Object.values(locked).flatMap(listOptional));
  return (
    missing.length > 0 && missing.every(([, name]) => name !== undefined && optional.has(name))
  );
}

/**
 * @param {unknown} entry
 * @returns {readonly string[]}
 */
function listOptional(entry) {
  const names = isRecord(entry) ? entry['optionalDependencies'] : undefined;
  return isRecord(names) ? Object.keys(names) : [];
}
