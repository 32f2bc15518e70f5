import type { Session } from 'electron';

/** Refuses every download of the session: files leave the program by its own saving alone. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
