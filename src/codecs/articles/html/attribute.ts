import type { DefaultTreeAdapterTypes } from 'parse5';

/** The value of an attribute by its name in lower case, or undefined where the element has none. */
export function attribute(
  element: DefaultTreeAdapterTypes.Element,
  name: string,
): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}
