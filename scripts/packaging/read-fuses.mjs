// @ts-check
import { wantedFuses } from './fuses.mjs';

/** What the one byte of a fuse says. */
const stateNames = new Map([
  ['0', 'off'],
  ['1', 'on'],
  ['r', 'removed'],
]);

/**
 * Reads the fuses of a program and holds them against the wanted ones. A fuse that the table does not name is a fault
 * too, so that an Electron that brings a new one is noticed; so is one that Electron has removed.
 *
 * @param {string} program the executable; on macOS the one inside the bundle, or the bundle itself
 * @returns {Promise<readonly string[]>} one line for each difference; none when all is as wanted
 * @throws when there is no such file, or no fuses in it
 */
export async function findFuseFaults(program) {
  // Not at the top: the commands are loaded before the dependencies are there.
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const { version, ...wire } = await getCurrentFuseWire(program);
  /** @type {string} */
  const schema = version;
  if (schema !== '1') return [`the fuses are of version ${schema}, which is not known`];
  const states = new Map(
    Object.entries(wire).map(([place, state]) => [Number(place), nameOfState(Number(state))]),
  );
  const wanted = new Map(
    Object.entries(wantedFuses).map(([name, isOn]) => [
      placeOf(name, FuseV1Options),
      { name, state: isOn ? 'on' : 'off' },
    ]),
  );
  const places = [...new Set([...wanted.keys(), ...states.keys()])].toSorted((a, b) => a - b);
  return places.flatMap((place) => {
    const fuse = wanted.get(place);
    const state = states.get(place) ?? 'not there';
    if (fuse === undefined) return [`fuse ${place} is not known`];
    return state === fuse.state ? [] : [`${fuse.name} is ${state} and should be ${fuse.state}`];
  });
}

/**
 * @param {string} name as electron-builder has it: `runAsNode` for `RunAsNode`
 * @param {Readonly<Record<string, string | number>>} options
 */
function placeOf(name, options) {
  const place = options[`${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (typeof place !== 'number') throw new Error(`There is no fuse ${name}.`);
  return place;
}

/** @param {number} state a byte */
function nameOfState(state) {
  return stateNames.get(String.fromCharCode(state)) ?? 'unreadable';
}
