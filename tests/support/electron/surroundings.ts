import type { NativeTheme, Screen } from 'electron';
import { createEvents } from './events';
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

/** The stand-in of `nativeTheme`, and the test's hold on it. */
export interface NativeThemeDouble {
  readonly api: object;
  /** The person changes the desktop's colours. */
  change(toDark: boolean): void;
  /** What the program has chosen instead of the desktop's. */
  readonly source: 'system' | 'light' | 'dark';
}

/** `nativeTheme` of a light or a dark desktop. */
export function createNativeTheme(isDark: boolean, faults: Faults): NativeThemeDouble {
  const events = createEvents('nativeTheme', ['updated'], faults);
  let dark = isDark;
  let source: NativeThemeDouble['source'] = 'system';
  const api = {
    ...events.api,
    get shouldUseDarkColors() {
      return source === 'system' ? dark : source === 'dark';
    },
    get themeSource() {
      return source;
    },
    set themeSource(chosen) {
      source = chosen;
      events.emit('updated');
    },
  } satisfies StandInFor<NativeTheme>;
  return {
    api: strict('nativeTheme', api, faults),
    change: (toDark) => {
      dark = toDark;
      events.emit('updated');
    },
    get source() {
      return source;
    },
  };
}
