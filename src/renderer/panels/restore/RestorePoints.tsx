import { type KeyboardEvent, useMemo, useState } from 'react';
import { useWords } from '../../i18n/catalogue';
import { VirtualRows } from '../../ui/VirtualRows';
import { RestorePointRow } from './RestorePointRow';
import css from './RestorePoints.module.css';
import {
  choiceOfRow,
  keyOfPoint,
  opennessOf,
  parentOf,
  type RestoreRow,
  restoreRows,
} from './restore-rows';
import {
  isSameChoice,
  type PointActs,
  type RestoreChoice,
  type RestoreLineage,
} from './restore-state';
import { wordsOfRow } from './words-of-restore';

/** What `RestorePoints` takes. */
export interface RestorePointsProps {
  readonly lineages: readonly RestoreLineage[];
  readonly acts: ReadonlyMap<string, PointActs>;
  readonly choice: RestoreChoice | null;
  readonly onChoose: (choice: RestoreChoice) => void;
  readonly onUnfold: (point: RestoreChoice) => void;
  /** Enter on the chosen point. */
  readonly onRestore: () => void;
  /** What is folded unlike in the beginning, as `RestoreView.turned`. */
  readonly turned: ReadonlySet<string>;
  readonly onTurn: (turned: ReadonlySet<string>) => void;
}

/**
 * The points to restore. Up and down choose, right unfolds a snapshot to the changes after it and left folds it, Enter
 * restores.
 */
export function RestorePoints(props: RestorePointsProps) {
  const { lineages, acts, choice, onChoose, onUnfold, onRestore, turned, onTurn } = props;
  const words = useWords();
  const rows = useMemo(() => restoreRows({ lineages, acts, turned }), [lineages, acts, turned]);
  const [cursor, setCursor] = useState<string | null>(null);
  const at = rows.findIndex(({ key }) => key === cursor);
  const chosenAt = rows.findIndex((row) => isSameChoice(choiceOfRow(row), choice));
  const active = at >= 0 ? at : Math.max(0, chosenAt);
  const recommended = rows.find((row) => choiceOfRow(row) !== null)?.key;

  const moveTo = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setCursor(row.key);
    const chosen = choiceOfRow(row);
    if (chosen && !isSameChoice(chosen, choice)) onChoose(chosen);
  };
  const turn = (row: RestoreRow): void => {
    const isOpen = opennessOf(row);
    if (isOpen === null) return;
    const next = new Set(turned);
    if (!next.delete(row.key)) next.add(row.key);
    onTurn(next);
    if (row.kind !== 'point' || isOpen) return;
    const held = acts.get(keyOfPoint(row.choice));
    if (!held || held.kind === 'unreadable') onUnfold(row.choice);
  };
  const press = (index: number): void => {
    moveTo(index);
    const row = rows[index];
    if (row?.kind === 'lineage') turn(row);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = opennessOf(row);
    if (event.key === 'Enter' && isSameChoice(choiceOfRow(row), choice)) onRestore();
    else if ((event.key === 'Enter' || event.key === ' ') && row.kind === 'lineage') turn(row);
    else if (event.key === 'ArrowRight' && isOpen === false) turn(row);
    else if (event.key === 'ArrowRight' && isOpen === true) moveTo(index + 1);
    else if (event.key === 'ArrowLeft' && isOpen === true) turn(row);
    else if (event.key === 'ArrowLeft') moveTo(parentOf(rows, index));
    else return;
    event.preventDefault();
  };

  return (
    <div className={css.list}>
      <VirtualRows
        role="tree"
        label={words.restore.points}
        rows={rows}
        keyOf={keyOf}
        heightOf={rowHeight}
        active={active}
        onMove={moveTo}
        onPress={press}
        onKey={onKey}
        ariaOf={(row, index) => ({
          'aria-level': row.level,
          'aria-posinset': row.place,
          'aria-setsize': row.of,
          'aria-expanded': opennessOf(row) ?? undefined,
          'aria-selected': index === chosenAt,
          'aria-label': wordsOfRow(words, row, row.key === recommended),
        })}
        render={(row, index) => (
          <RestorePointRow
            row={row}
            isChosen={index === chosenAt}
            isRecommended={row.key === recommended}
            onTurn={() => turn(row)}
          />
        )}
      />
    </div>
  );
}

function keyOf({ key }: RestoreRow): string {
  return key;
}

function rowHeight({ kind }: RestoreRow): number {
  return kind === 'act' ? 44 : 32;
}
