import { dragging } from './dragging';
import { editing } from './editing';
import { exporting } from './exporting';
import { finding } from './finding';
import { journalling, restoring } from './keeping';
import { listing } from './listing';
import { deletingAll, taggingAll } from './many-at-once';
import { memory } from './memory';
import { opening, switching } from './opening';
import { pointing } from './pointing';
import type { RowGroup } from './row';
import { scrolling } from './scrolling';
import { reopening, starting } from './starting';
import { walking } from './walking';

/** Every group of rows, in the order in which they are measured; memory comes before anything else has been done. */
export const rowGroups: readonly RowGroup[] = [
  opening,
  memory,
  scrolling,
  editing,
  dragging,
  walking,
  pointing,
  finding,
  taggingAll,
  deletingAll,
  switching,
  reopening,
  exporting,
  starting,
  listing,
  journalling,
  restoring,
];
