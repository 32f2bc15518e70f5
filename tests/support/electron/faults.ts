/** What the double has to say against the program: each is thrown where it happens, and again when the shell closes. */
export interface Faults {
  /** Records a fault and returns it, for the caller to throw. */
  fault(message: string): Error;
  readonly all: readonly Error[];
  /** Takes the recorded faults out, for a test that expects them. */
  take(): readonly Error[];
}

/** No faults yet. */
export function createFaults(): Faults {
  const all: Error[] = [];
  return {
    all,
    fault: (message) => {
      const error = new Error(`Electron double: ${message}`);
      all.push(error);
      return error;
    },
    take: () => all.splice(0),
  };
}
