import { type ConflictRule, decideBy, type ImportPlan } from '../../../core/import/import-plan';

/** How many records an import changes when conflicts are decided by `rule`. */
export function changesOf(
  plan: ImportPlan,
  rule: ConflictRule,
): { readonly annotations: number; readonly articles: number } {
  const decide = decideBy(rule);
  const changed = plan.conflicts.filter((conflict) => decide(conflict) !== 'mine');
  const annotations = changed.filter(({ table }) => table === 'annotations').length;
  return {
    annotations: plan.newAnnotations.length + annotations,
    articles: plan.newArticles.length + changed.length - annotations,
  };
}
