import type { Random } from './random';

/** Numbers and other values that a JSON file can hold and a JavaScript object cannot be written with. */
const raw = ['1e400', '-1e400', '-0', '9007199254740993', '0.1e1', '1E0', '1e-400'];

const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  '',
  'NaN',
  'Infinity',
  '-1',
  [],
  {},
  [[]],
  [null],
  'art_',
  'ann_../../x',
  'ann_\n',
  'ann_a-0',
  '2026-02-30T00:00:00.000Z',
  '2026-11-22',
  '\ud800',
  'claim',
  'date',
  'enterprise',
  'done',
  '9999-99-99',
  '2024-13',
  'x'.repeat(300),
  { start: 0 },
  { __proto__: null, polluted: true },
  { constructor: { prototype: { polluted: true } } },
];
const keys = ['__proto__', 'constructor', 'prototype', 'toString', '', 'start', 'id', 'a/b~c', '0'];

/** JSON text with up to three of its values changed, taken away, doubled, swapped or put under other keys. */
export function mutateJson(random: Random, json: string): string {
  const root: unknown = JSON.parse(json);
  for (let count = random.below(4); count > 0; count -= 1)
    mutateNode(random, pickNode(random, root));
  const text = JSON.stringify(root, null, random.pick([0, 2]));
  return random.chance(0.2)
    ? text.replace(
        new RegExp(`^([^]{${random.below(text.length)},}?[[:, ])-?\\d+(?=[,\\]}\\s])`),
        (_all, before) => `${String(before)}${random.pick(raw)}`,
      )
    : text;
}

type Holder = unknown[] | Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** Some list or object on a random way down from `root`. */
function pickNode(random: Random, root: unknown): Holder {
  let node = root as Holder;
  for (;;) {
    const inner = Object.values(node).filter(isHolder);
    if (inner.length === 0 || random.chance(0.2)) return node;
    node = random.pick(inner);
  }
}

function mutateNode(random: Random, node: Holder): void {
  const own = Object.keys(node);
  const target = node as Record<string, unknown>;
  const key = own.length === 0 ? random.pick(keys) : random.pick(own);
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete target[key];
      return;
    case 1:
      return put(target, key, random.pick(values));
    case 2:
      return put(target, random.pick(keys), random.pick(values));
    case 3:
      if (Array.isArray(node) && node.length > 0) node.push(structuredClone(random.pick(node)));
      else put(target, key, own.length === 0 ? null : target[random.pick(own)]);
      return;
    case 4:
      if (typeof target[key] === 'number') target[key] += random.pick([-1, 1, 2, 0.5]);
      return;
    default:
      if (typeof target[key] === 'string')
        target[key] += random.pick([' ', 'x', '\u200b', '\udc00']);
  }
}

/** Sets a key of its own, also one that assignment would take for the prototype. */
function put(node: Record<string, unknown>, key: string, value: unknown): void {
  // A copy, since what is put in may be changed in its turn.
  const copy = structuredClone(value);
  const configuration = { value: copy, enumerable: true, configurable: true, writable: true };
  if (Array.isArray(node) && !/^\d+$/.test(key)) return;
  Object.defineProperty(node, key, configuration);
}
