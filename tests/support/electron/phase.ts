import type { Faults } from './faults';

/** Before or after `ready`: Electron has calls for either side only. */
export interface Phase {
  readonly isReady: boolean;
  becomeReady(): void;
  /** A fault unless `ready` has been. */
  onlyAfter(call: string): void;
  /** A fault once `ready` has been. */
  onlyBefore(call: string): void;
}

/** Not ready yet. */
export function createPhase(faults: Faults): Phase {
  let ready = false;
  return {
    get isReady() {
      return ready;
    },
    becomeReady: () => {
      ready = true;
    },
    onlyAfter: (call) => {
      if (!ready) throw faults.fault(`${call} before ready`);
    },
    onlyBefore: (call) => {
      if (ready) throw faults.fault(`${call} after ready`);
    },
  };
}
