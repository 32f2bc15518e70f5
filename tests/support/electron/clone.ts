/** What arrives of `value` on the other side of an ipc message. Throws as Electron does where nothing can. */
export function cloned(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
