// @ts-check

// Vitest's reporter groups the errors of a failed test with `Map.groupBy` (ES2024), which Node 20 lacks: without it a
// failure would end the run instead of being shown. https://tc39.es/ecma262/#sec-map.groupby
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', { value: groupBy, writable: true, configurable: true });
}

/**
 * @template Key, Item
 * @param {Iterable<Item>} items
 * @param {(item: Item, index: number) => Key} keyOf
 * @returns {Map<Key, Item[]>}
 */
function groupBy(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
