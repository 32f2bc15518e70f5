import X from 'lucide-react/icons/x';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../i18n/catalogue';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { IconButton } from '../../ui/IconButton';
import { KindToggles } from '../KindToggles';
import css from './AnnotationTable.module.css';
import type { RosterSummary, TableView } from './annotation-table-rows';

/** The annotations of which articles the table lists. */
export type TableScope = 'article' | 'project';

/** What `AnnotationTableFilters` takes. */
export interface AnnotationTableFiltersProps {
  readonly scope: TableScope;
  /** Null while no article is open: then there is nothing to choose. */
  readonly onScope: ((scope: TableScope) => void) | null;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly summary: RosterSummary;
  /** Moves the focus into the table. */
  readonly onDown: () => void;
}

/** What decides which annotations the table shows. */
export function AnnotationTableFilters(props: AnnotationTableFiltersProps) {
  const { scope, onScope, view, onView, summary } = props;
  const words = useWords();
  const { annotationTable } = words;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && view.query !== '') onView({ ...view, query: '' });
    else if (event.key === 'ArrowDown') props.onDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.filters}>
      {onScope && (
        <ChoiceRow
          label={annotationTable.scope}
          labelUnseen
          value={scope}
          choices={[
            { value: 'article', label: annotationTable.thisArticle },
            { value: 'project', label: annotationTable.wholeProject },
          ]}
          onChoose={onScope}
        />
      )}
      <div className={css.filter}>
        <input
          type="text"
          dir="auto"
          className={css.input}
          aria-label={annotationTable.filter}
          placeholder={annotationTable.filterPlaceholder}
          spellCheck={false}
          value={view.query}
          onChange={(event) => onView({ ...view, query: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {view.query !== '' && (
          <IconButton
            label={annotationTable.clearFilter}
            icon={<X size={14} />}
            onClick={() => onView({ ...view, query: '' })}
          />
        )}
      </div>
      <KindToggles
        counts={summary.counts}
        shown={view.kinds}
        onShown={(kinds) => onView({ ...view, kinds })}
      />
      {(summary.coders.length > 1 || view.coder !== null) && (
        <CoderChoice
          coders={summary.coders}
          coder={view.coder}
          onCoder={(coder) => onView({ ...view, coder })}
        />
      )}
    </div>
  );
}

interface CoderChoiceProps {
  readonly coders: readonly string[];
  readonly coder: string | null;
  readonly onCoder: (coder: string | null) => void;
}

/** Everyone, or one of those who made annotations; one who made none that are left stays to be chosen. */
function CoderChoice({ coders, coder, onCoder }: CoderChoiceProps) {
  const { annotationTable } = useWords();
  const offered = coder === null || coders.includes(coder) ? coders : [coder, ...coders];
  // Values are places in the list: a coder may have any name, and none.
  return (
    <select
      className={css.select}
      aria-label={annotationTable.coder}
      value={coder === null ? -1 : offered.indexOf(coder)}
      onChange={(event) => onCoder(offered[Number(event.currentTarget.value)] ?? null)}
    >
      <option value={-1}>{annotationTable.everyCoder}</option>
      {offered.map((name, index) => (
        <option key={name} value={index}>
          {name === '' ? annotationTable.nameless : name}
        </option>
      ))}
    </select>
  );
}
