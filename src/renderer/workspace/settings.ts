import { type ThemeChoice, themes } from '../../preload/contract';

/** What a person sets for this machine; kept beside the project's records but no part of them. */
export interface Settings {
  readonly coder: string;
  readonly theme: ThemeChoice;
  readonly language: 'en' | 'ko';
  /** Factor on the article's size of 17 px. */
  readonly textScale: number;
  /** Column widths in CSS pixels, and whether they are shown. */
  readonly libraryWidth: number;
  readonly inspectorWidth: number;
  readonly libraryOpen: boolean;
  readonly inspectorOpen: boolean;
  /** The inspector's share of its column, above the list of annotations, in percent. */
  readonly inspectorShare: number;
}

/** The steps of text size. */
export const textScales = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** What holds until a person sets something else; `language` is the system's, such as `ko-KR`. */
export function defaultSettings(language: string): Settings {
  return {
    coder: '',
    theme: 'system',
    language: language.toLowerCase().startsWith('ko') ? 'ko' : 'en',
    textScale: 1,
    libraryWidth: 248,
    inspectorWidth: 328,
    libraryOpen: true,
    inspectorOpen: true,
    inspectorShare: 56,
  };
}

/** Stored settings over the defaults; what is missing, unknown or of another form is left at its default. */
export function readSettings(stored: unknown, defaults: Settings): Settings {
  if (typeof stored !== 'object' || stored === null) return defaults;
  const kept = Object.entries(stored).filter(([key, value]) => fits(defaults, key, value));
  return { ...defaults, ...Object.fromEntries(kept) };
}

const choices: Readonly<Record<string, readonly unknown[]>> = {
  theme: themes,
  language: ['en', 'ko'],
};

function fits(defaults: Settings, key: string, value: unknown): boolean {
  if (!Object.hasOwn(defaults, key)) return false;
  if (Object.hasOwn(choices, key)) return choices[key]?.includes(value) ?? false;
  return typeof value === typeof defaults[key as keyof Settings];
}

/** The next step of text size above or below `scale`; beyond the last there is none, and the last stays. */
export function nextTextScale(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? textScales.find((step) => step > scale)
      : textScales.findLast((step) => step < scale);
  return next ?? (direction === 1 ? textScales[textScales.length - 1] : textScales[0]) ?? 1;
}
