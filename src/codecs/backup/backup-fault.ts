/**
 * Why a part of a backup is not read.
 * `truncated`: it ends before its end; `corrupt`: its compression is damaged; `not-text`: it is not UTF-8; `malformed`: it
 * is not JSON; `foreign`: it is JSON, but no backup of this program; `newer`: a newer program wrote it; `wrong-value`: a
 * value is not one that this program writes; `out-of-place`: it comes where it does not belong; `counts-differ`: it holds
 * not as many rows as it says.
 */
export type BackupFaultCode =
  | 'truncated'
  | 'corrupt'
  | 'not-text'
  | 'malformed'
  | 'foreign'
  | 'newer'
  | 'wrong-value'
  | 'out-of-place'
  | 'counts-differ';

/** The first fault of a part of a backup. */
export interface BackupFault {
  readonly code: BackupFaultCode;
  /** The line of a snapshot, from 1, at which it was found; 1 in an act, which is one line. */
  readonly line: number;
  /** A JSON pointer (RFC 6901) within the line, such as `/annotations/3/fragments/0`; empty for the line as a whole. */
  readonly place: string;
}
