import type { Catalogue } from '../i18n/en';
import type { Explanation, FileFacts } from '../i18n/en/errors';

/** Why a file was not opened: a code of the desktop service or of the decoder, with its facts. */
export interface OpenProblem extends FileFacts {
  readonly code: keyof Catalogue['openErrors'];
}

/** Why an export was not written: a code of the desktop service, with its facts. */
export interface SaveProblem extends FileFacts {
  readonly code: keyof Catalogue['saveErrors'];
}

/** Why an edit was not stored. */
export interface StoreProblem {
  readonly code: keyof Catalogue['storeErrors'];
  readonly detail?: string;
}

/** What happened to which file, what is safe, and what to do next. */
export function explainOpenProblem(words: Catalogue, problem: OpenProblem): Explanation {
  return words.openErrors[problem.code](problem);
}

/** What happened to the export, what is safe, and what to do next. */
export function explainSaveProblem(words: Catalogue, problem: SaveProblem): Explanation {
  return words.saveErrors[problem.code](problem);
}

/** What happened to the last edit, what is safe, and what to do next. */
export function explainStoreProblem(words: Catalogue, problem: StoreProblem): Explanation {
  return words.storeErrors[problem.code](problem.detail);
}
