// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolderOf } from '../bootstrap/project.mjs';
import { readRecordIfAny } from '../bootstrap/read-text.mjs';

/**
 * How long each step took when it last ran whole, in milliseconds; undefined for one that has not yet.
 *
 * @param {string} root the checkout
 * @param {readonly string[]} names
 * @returns {(number | undefined)[]}
 */
export function readStepTimes(root, names) {
  const times = readRecordIfAny(pathIn(root));
  return names.map((name) => {
    const milliseconds = times[name];
    return typeof milliseconds === 'number' ? milliseconds : undefined;
  });
}

/**
 * Keeps how long a step took, for the estimate of the next run.
 *
 * @param {string} root the checkout
 * @param {string} name
 * @param {number} milliseconds
 */
export function keepStepTime(root, name, milliseconds) {
  const times = { ...readRecordIfAny(pathIn(root)), [name]: Math.round(milliseconds) };
  writeFileSync(pathIn(root), JSON.stringify(times));
}

/** @param {string} root */
function pathIn(root) {
  return join(cacheFolderOf(root), 'test-step-times.json');
}
