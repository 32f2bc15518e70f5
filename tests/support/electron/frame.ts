import type { WebFrameMain } from 'electron';
import type { StandInFor } from './strict';

/** What a message's sender looks like to the program: a frame of the page, in Electron's addresses. */
export type FrameDouble = {
  readonly url: string;
  readonly origin: string;
  readonly parent: FrameDouble | null;
  readonly detached: boolean;
};

/** Holds the stand-in to Electron's own names. */
export type FrameDoubleIsKnown = FrameDouble extends StandInFor<WebFrameMain> ? true : never;
