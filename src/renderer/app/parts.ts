import { type LazyPart, lazyPart } from '../ui/lazy-part';
import type { DialogName } from '../workspace/screen';
import type { Commands } from './use-commands';
import type { Desk } from './use-desk';

/** What the dialog of each name is drawn from. It stays drawn, closed, once it has been open. */
export interface DialogPaneProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every dialog that a person asks for. Those that tell of a failure are in the start, since no file may fail them. */
export const dialogs: Readonly<Record<DialogName, LazyPart<DialogPaneProps>>> = {
  palette: lazyPart(() => import('./commands/PalettePane')),
  export: lazyPart(() => import('./export/ExportPane')),
  identical: lazyPart(() => import('./identical/IdenticalPane')),
  keys: lazyPart(() => import('./commands/KeysPane')),
  import: lazyPart(() => import('./import/ImportPane')),
  health: lazyPart(() => import('./health/HealthPane')),
  about: lazyPart(() => import('./window/AboutPane')),
};

/** The main column as a table. */
export const AnnotationTablePart = lazyPart(() => import('./table/AnnotationTablePane'));

/** The right column as the history. */
export const HistoryPart = lazyPart(() => import('./history/HistoryPane'));

/** The restore page, in the place of a project and over one. */
export const RestoreAtStartPart = lazyPart(() => import('./restore/RestoreAtStart'));
export const RestoreOverProjectPart = lazyPart(() => import('./restore/RestoreOverProject'));
