/** A value on its way over the bridge: all that is in it can be cloned. */
export type Described =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly Described[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Described])[] }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number };

const clone = structuredClone;

/** An error passes by its message alone, as with contextBridge. */
export function describeError(error: unknown): Described {
  return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
}

/** Whether an object is cloned whole. */
export function passesAsIs(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Date;
}

/**
 * Throws for a Proxy, as contextBridge does, and for an object with a prototype of its own, which contextBridge would
 * quietly strip. What is in `value` has been looked at before.
 */
export function refuseStrangeObject(value: object): void {
  if (isProxy(value)) throw new Error('An object could not be cloned.');
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== null && prototype !== Object.prototype) {
    throw new Error('Electron double: contextBridge was given an object with a prototype');
  }
}

/** Nothing says that an object is a Proxy but the refusal to clone it, which names the object and not its contents. */
function isProxy(value: object): boolean {
  try {
    clone(value);
    return false;
  } catch (error) {
    // "Failed to execute 'structuredClone' on 'Window': #<Object> could not be cloned."; a function by its source.
    return (
      error instanceof Error && /^(?:Failed to execute '\w+' on '\w+': )?#</.test(error.message)
    );
  }
}
