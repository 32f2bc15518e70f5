import type { NativeTheme, Screen } from 'electron';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { type StandInFor, strict } from './strict';

/** A rectangle in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `screen` with one display for each of `workAreas`. */
export function createScreen(workAreas: readonly Area[], phase: Phase, faults: Faults): object {
  const api = {
    getAllDisplays: () => {
      phase.onlyAfter('screen.getAllDisplays');
      return workAreas.map((workArea) => strict('Display', { workArea }, faults));
    },
  } satisfies StandInFor<Screen>;
  return strict('screen', api, faults);
}

/** `nativeTheme` of a light or a dark desktop. */
export function createNativeTheme(isDark: boolean, faults: Faults): object {
  const api = { shouldUseDarkColors: isDark } satisfies StandInFor<NativeTheme>;
  return strict('nativeTheme', api, faults);
}
