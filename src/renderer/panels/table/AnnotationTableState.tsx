import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import css from './AnnotationTable.module.css';
import type { TableScope } from './AnnotationTableFilters';

/** What `AnnotationTableState` takes. */
export interface AnnotationTableStateProps {
  readonly scope: TableScope;
  /** How many annotations are read, and how many of them pass the filters. */
  readonly total: number;
  readonly shown: number;
  readonly reading: { readonly loaded: number; readonly total: number } | null;
  readonly onRetry: (() => void) | null;
  readonly onShowAll: () => void;
}

/** What stands in the table when it has no rows to show: reading, failed, empty, or all filtered out. */
export function AnnotationTableState(props: AnnotationTableStateProps) {
  const { scope, total, shown, reading, onRetry, onShowAll } = props;
  const { annotationTable } = useWords();
  if (onRetry) {
    const { what, safe, next, retry } = annotationTable.failed;
    return (
      <div className={css.state} role="alert">
        <p className={css.stateTitle}>{what}</p>
        <p>{safe}</p>
        <p>{next}</p>
        <Button onClick={onRetry}>{retry}</Button>
      </div>
    );
  }
  if (shown > 0) return null;
  if (total > 0) {
    return (
      <div className={css.state}>
        <p>{annotationTable.noMatch}</p>
        <Button onClick={onShowAll}>{annotationTable.clearFilters}</Button>
      </div>
    );
  }
  if (reading) {
    const { loaded, total: expected } = reading;
    return (
      <div className={css.state}>
        <div className={css.progress}>
          <Progress
            label={annotationTable.reading(loaded, expected)}
            share={expected > 0 ? loaded / expected : undefined}
          />
        </div>
      </div>
    );
  }
  return (
    <div className={css.state}>
      <p className={css.stateTitle}>
        {scope === 'article' ? annotationTable.emptyArticle : annotationTable.emptyProject}
      </p>
      <p>{annotationTable.emptyNext}</p>
    </div>
  );
}
