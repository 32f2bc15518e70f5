import { dragging } from './dragging';
import { editing } from './editing';
import { exporting } from './exporting';
import { finding } from './finding';
import { importing } from './importing';
import { journalling, restoring } from './keeping';
import { listing } from './listing';
import { deletingAll, taggingAll } from './many-at-once';
import { memory } from './memory';
import { opening, switching } from './opening';
import { lookingUp, lookingUpInReader, pointing } from './pointing';
import type { RowGroup, RowGroupApart } from './row';
import { scrolling } from './scrolling';
import { reopening, starting } from './starting';
import { startingCold } from './starting-cold';
import { walking } from './walking';

/** Every group of rows in a window, in the order in which they are measured; memory comes before anything else has been done. */
export const rowGroups: readonly RowGroup[] = [
  opening,
  memory,
  scrolling,
  editing,
  dragging,
  walking,
  pointing,
  lookingUp,
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

/** Every group that starts the program itself; they come after those in its window. */
export const rowGroupsApart: readonly RowGroupApart[] = [
  startingCold,
  lookingUpInReader,
  importing,
];
