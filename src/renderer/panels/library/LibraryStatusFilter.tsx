import { type ShownStatus, shownStatuses } from '../../../core/work-status';
import { useWords } from '../../i18n/catalogue';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { WorkMark } from '../WorkMark';
import css from './LibraryPanel.module.css';

/** Which articles the library shows. */
export type StatusFilter = ShownStatus | 'all';

/** What `LibraryStatusFilter` takes. */
export interface LibraryStatusFilterProps {
  readonly value: StatusFilter;
  /** How many articles there are of each, whatever else is filtered. */
  readonly counts: Readonly<Record<StatusFilter, number>>;
  readonly onFilter: (value: StatusFilter) => void;
}

/** The row above the list: all articles, or those of one work status, with their number. */
export function LibraryStatusFilter({ value, counts, onFilter }: LibraryStatusFilterProps) {
  const { work } = useWords();
  return (
    <div className={css.statuses}>
      <ChoiceRow<StatusFilter>
        label={work.filter}
        labelUnseen
        value={value}
        choices={[
          { value: 'all', label: work.choice(work.all, counts.all) },
          ...shownStatuses.map((status) => ({
            value: status,
            label: work.choice(work.statuses[status], counts[status]),
            mark: <WorkMark status={status} />,
          })),
        ]}
        onChoose={onFilter}
      />
    </div>
  );
}
