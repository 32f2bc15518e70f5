import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A rectangle in device-independent pixels, as Electron counts them across all displays. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was when it was last closed. */
export interface WindowPlace {
  /** Of the window when it is not maximized. */
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

const whole = z.number().int();
const windowPlace = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximized: z.boolean(),
});

/** How much of a window's top edge must show for the person to take hold of it. */
const grip = { width: 100, height: 40 };

/** The remembered place; null when there is none, or none that can be read: it is worth no message. */
export function readWindowPlace(folder: string): WindowPlace | null {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Remembers `place`, at once, for the window that is closing now. Throws what the file system throws. */
export function writeWindowPlace(folder: string, place: WindowPlace): void {
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(place)}\n`);
  renameSync(`${file}.new`, file);
}

/** Whether enough of the window's top edge lies on one of the displays' work areas to be moved by hand. */
export function isReachable(bounds: Bounds, workAreas: readonly Bounds[]): boolean {
  return workAreas.some((area) => {
    const across =
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const topInside = bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
    return topInside && across >= Math.min(grip.width, bounds.width);
  });
}

function fileIn(folder: string): string {
  return join(folder, 'window.json');
}
