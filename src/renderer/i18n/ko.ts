import type { Catalogue } from './en';
import { annotationTable } from './ko/annotation-table';
import { backup, backupErrors, backupNotices } from './ko/backup';
import { closing } from './ko/closing';
import { commands, menuKeys, menuRoles, menus } from './ko/commands';
import { dateWarnings, edtfErrors } from './ko/date-errors';
import {
  annotations,
  article,
  exporting,
  inspector,
  library,
  notices,
  problems,
  welcome,
} from './ko/desk';
import { openErrors, saveErrors, storeErrors } from './ko/errors';
import { fields } from './ko/fields';
import { dateWords, numberOf, sizeOf } from './ko/format';
import { fragments } from './ko/fragments';
import { health } from './ko/health';
import { history } from './ko/history';
import { identical } from './ko/identical';
import { importing } from './ko/importing';
import { restore, restoreErrors } from './ko/restore';
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
} from './ko/shell';
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
} from './ko/terms';
import { adjusting, voice } from './ko/voice';
import { work } from './ko/work';

/** Every string of the interface in Korean. */
export const ko = {
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
} satisfies Catalogue;
