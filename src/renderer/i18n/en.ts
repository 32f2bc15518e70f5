import { annotationTable } from './en/annotation-table';
import { backup, backupErrors, backupNotices } from './en/backup';
import { closing } from './en/closing';
import { commands, menuKeys, menuRoles, menus } from './en/commands';
import { dateWarnings, edtfErrors } from './en/date-errors';
import {
  annotations,
  article,
  exporting,
  inspector,
  library,
  notices,
  problems,
  welcome,
} from './en/desk';
import { openErrors, saveErrors, storeErrors } from './en/errors';
import { fields } from './en/fields';
import { dateWords, numberOf, sizeOf } from './en/format';
import { fragments } from './en/fragments';
import { health } from './en/health';
import { history } from './en/history';
import { identical } from './en/identical';
import { importing } from './en/importing';
import { restore, restoreErrors } from './en/restore';
import {
  about,
  alreadyOpen,
  commandPalette,
  crash,
  find,
  frame,
  keySheet,
  loading,
  lostConnection,
  selection,
  status,
  topBar,
} from './en/shell';
import {
  articleFormats,
  changes,
  claimStatuses,
  dateRules,
  dateSources,
  kindCounts,
  kinds,
  languages,
  origins,
  shells,
  themes,
} from './en/terms';
import { adjusting, voice } from './en/voice';
import { work } from './en/work';

/** Every string of the interface in English. Its shape is the one that each other language must have. */
export const en = {
  about,
  adjusting,
  alreadyOpen,
  annotations,
  annotationTable,
  article,
  articleFormats,
  backup,
  backupErrors,
  backupNotices,
  changes,
  claimStatuses,
  closing,
  commandPalette,
  commands,
  crash,
  dateRules,
  dateSources,
  dateWarnings,
  dateWords,
  edtfErrors,
  exporting,
  fields,
  find,
  fragments,
  frame,
  health,
  history,
  identical,
  importing,
  inspector,
  keySheet,
  kindCounts,
  kinds,
  languages,
  library,
  loading,
  lostConnection,
  menuKeys,
  menuRoles,
  menus,
  notices,
  numberOf,
  openErrors,
  origins,
  problems,
  restore,
  restoreErrors,
  saveErrors,
  selection,
  shells,
  sizeOf,
  status,
  storeErrors,
  themes,
  topBar,
  voice,
  welcome,
  work,
};

/** The words of one language. */
export type Catalogue = typeof en;

/** The commands that have a label. */
export type CommandId = keyof Catalogue['commands'];
