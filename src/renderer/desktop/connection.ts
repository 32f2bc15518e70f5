import type { Desktop } from '../../preload/contract';

/** How the page stands with the process that owns files. */
export type ConnectionState =
  | 'open'
  /** The process is gone, or its answers do not arrive; calls answer `system` with `connection-lost`. */
  | 'lost'
  /** Another page of the same Dateline is open; this one stays without a desktop. */
  | 'already-open-elsewhere';

/** The desktop as the page has it. */
export interface DesktopConnection {
  readonly desktop: Desktop;
  /**
   * Tells of every change of state, `open` again included, and at once of the present one unless it is `open`.
   * The answer stops it.
   */
  onLost(listener: (state: ConnectionState) => void): () => void;
}

/** The `detail` of the `system` error that calls answer while the connection is lost. */
export const connectionLost = 'connection-lost';
