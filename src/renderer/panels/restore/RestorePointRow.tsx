import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useWords } from '../../i18n/catalogue';
import css from './RestorePoints.module.css';
import { opennessOf, type RestoreRow } from './restore-rows';
import {
  factsOfAct,
  factsOfPoint,
  wordsOfAct,
  wordsOfLineage,
  wordsOfNote,
  wordsOfPoint,
} from './words-of-restore';

interface RestorePointRowProps {
  readonly row: RestoreRow;
  readonly isChosen: boolean;
  readonly isRecommended: boolean;
  readonly onTurn: () => void;
}

/** One row of the points to restore. */
export function RestorePointRow({ row, isChosen, isRecommended, onTurn }: RestorePointRowProps) {
  const isOpen = opennessOf(row);
  return (
    <div
      className={css.row}
      data-kind={row.kind}
      data-level={row.level}
      data-chosen={isChosen || undefined}
      data-damaged={(row.kind === 'point' && row.point.isDamaged) || undefined}
    >
      <span className={css.fold}>
        {isOpen !== null && <Fold isOpen={isOpen} onTurn={onTurn} />}
      </span>
      {(row.kind === 'point' || row.kind === 'act') && <span className={css.mark} />}
      <RowWords row={row} isRecommended={isRecommended} />
    </div>
  );
}

/** For the pointer; the arrow keys do the same from the keyboard. */
function Fold({ isOpen, onTurn }: { readonly isOpen: boolean; readonly onTurn: () => void }) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={css.foldButton}
      onClick={(event) => {
        event.stopPropagation();
        onTurn();
      }}
    >
      <Chevron size={14} />
    </button>
  );
}

function RowWords({ row, isRecommended }: Pick<RestorePointRowProps, 'row' | 'isRecommended'>) {
  const words = useWords();
  switch (row.kind) {
    case 'lineage':
      return (
        <span className={css.what} title={row.kept.until ?? undefined}>
          {wordsOfLineage(words, row.kept)}
        </span>
      );
    case 'point':
      return (
        <span className={css.words}>
          <span className={css.what} title={row.point.at ?? undefined}>
            {wordsOfPoint(words, row.point)}
          </span>
          {isRecommended && <span className={css.recommended}>{words.restore.recommended}</span>}
          <span className={css.facts}>{factsOfPoint(words, row.point).join(' · ')}</span>
        </span>
      );
    case 'act': {
      const what = wordsOfAct(words, row.act);
      return (
        <span className={css.act}>
          <span className={css.actWords} title={what}>
            {what}
          </span>
          <span className={css.actFacts} title={row.act.at}>
            {factsOfAct(words, row.act)}
          </span>
        </span>
      );
    }
    case 'note':
      return <span className={css.note}>{wordsOfNote(words, row.note)}</span>;
  }
}
