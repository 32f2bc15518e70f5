/** How the window's columns are arranged, as the person left them. Widths are CSS pixels. */
export interface FrameLayout {
  readonly libraryOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly libraryWidth: number;
  readonly inspectorWidth: number;
  /** Which column lies over the article in a narrow window. */
  readonly drawer: FrameColumn | null;
}

/** A column beside the article. */
export type FrameColumn = 'library' | 'inspector';

/** `wide`: three columns. `medium`: the inspector is a drawer. `narrow`: the library is one too. */
export type FrameMode = 'wide' | 'medium' | 'narrow';

/** The layout of a first start. */
export const usualLayout: FrameLayout = {
  libraryOpen: true,
  inspectorOpen: true,
  libraryWidth: 276,
  inspectorWidth: 328,
  drawer: null,
};

/** The least and the most a column may take. */
export const columnLimits = {
  library: { min: 184, max: 420 },
  inspector: { min: 260, max: 520 },
} as const;

/** The article keeps this much as long as the columns can give way: about 60 characters and its margins. */
const articleWidth = 564;

/** Which arrangement a window of this width has. */
export function frameModeOf(width: number): FrameMode {
  if (width >= 900) return 'wide';
  return width >= 700 ? 'medium' : 'narrow';
}

/** The layout after a command that shows or hides `column`. */
export function toggleColumn(
  layout: FrameLayout,
  column: FrameColumn,
  mode: FrameMode,
): FrameLayout {
  if (isDrawer(column, mode))
    return { ...layout, drawer: layout.drawer === column ? null : column };
  return column === 'library'
    ? { ...layout, libraryOpen: !layout.libraryOpen }
    : { ...layout, inspectorOpen: !layout.inspectorOpen };
}

/** Whether `column` lies over the article rather than beside it. */
export function isDrawer(column: FrameColumn, mode: FrameMode): boolean {
  return mode === 'narrow' || (mode === 'medium' && column === 'inspector');
}

/** Whether `column` is to be seen. */
export function isColumnShown(layout: FrameLayout, column: FrameColumn, mode: FrameMode): boolean {
  if (isDrawer(column, mode)) return layout.drawer === column;
  return column === 'library' ? layout.libraryOpen : layout.inspectorOpen;
}

/** The width of a column and the most it may grow to. */
export interface ColumnFit {
  readonly width: number;
  readonly max: number;
}

/**
 * The widths of the columns in a window of `width`: as the person left them, less what the article needs, the inspector
 * giving way before the library.
 */
export function fitColumns(
  layout: FrameLayout,
  width: number,
): Readonly<Record<FrameColumn, ColumnFit>> {
  const mode = frameModeOf(width);
  const beside = (column: FrameColumn): boolean =>
    isColumnShown(layout, column, mode) && !isDrawer(column, mode);
  const room = width - articleWidth;
  const fit = (column: FrameColumn, wanted: number, taken: number): ColumnFit => {
    const { min, max } = columnLimits[column];
    const most = Math.max(min, Math.min(max, room - taken));
    return { width: Math.min(Math.max(wanted, min), most), max: most };
  };
  const least = beside('inspector') ? columnLimits.inspector.min : 0;
  const library = fit('library', layout.libraryWidth, least);
  const inspector = fit('inspector', layout.inspectorWidth, beside('library') ? library.width : 0);
  const libraryMost = fit(
    'library',
    columnLimits.library.max,
    beside('inspector') ? inspector.width : 0,
  );
  return {
    library: { width: library.width, max: Math.max(library.width, libraryMost.max) },
    inspector,
  };
}
