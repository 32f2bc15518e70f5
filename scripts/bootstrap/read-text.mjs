// @ts-check
import { readFileSync } from 'node:fs';

/**
 * The text of a small file, or null when there is none to read.
 *
 * @param {string} path
 * @returns {string | null}
 */
export function readTextIfAny(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * The JSON object of a small file; empty when there is no such file or it holds anything else.
 *
 * @param {string} path
 * @returns {Readonly<Record<string, unknown>>}
 */
export function readRecordIfAny(path) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * Whether a value has named fields.
 *
 * @param {unknown} value
 * @returns {value is Readonly<Record<string, unknown>>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
