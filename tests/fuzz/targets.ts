import type { FuzzTarget } from './target';
import { articlesTarget, pagesTarget } from './targets/articles';
import { edtfTarget, proposeTarget } from './targets/dates';
import { exportsTarget, jsonTarget, roundTripTarget } from './targets/exports';
import { importsTarget } from './targets/imports';
import { matchesTarget } from './targets/matches';
import { quotesTarget } from './targets/quotes';
import { segmentsTarget } from './targets/segments';
import { unitsTarget } from './targets/units';

/** Every target, in the order in which they run. */
export const fuzzTargets: readonly FuzzTarget[] = [
  articlesTarget,
  pagesTarget,
  roundTripTarget,
  exportsTarget,
  jsonTarget,
  importsTarget,
  edtfTarget,
  proposeTarget,
  unitsTarget,
  quotesTarget,
  segmentsTarget,
  matchesTarget,
];
