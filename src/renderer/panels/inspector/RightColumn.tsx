import { type ReactNode, useId, useRef } from 'react';
import { useWords } from '../../i18n/catalogue';
import { Resizer } from '../../ui/Resizer';
import css from './RightColumn.module.css';

/** The share of the column's height that the inspector has at a first start, in percent. */
export const usualInspectorShare = 56;

/** What `RightColumn` takes. */
export interface RightColumnProps {
  readonly inspector: ReactNode;
  readonly list: ReactNode;
  /** The inspector's share of the height, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** The inspector above the list of annotations: both stay in sight, since the one is worked through by the other. */
export function RightColumn({ inspector, list, share, onShare }: RightColumnProps) {
  const words = useWords().frame;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} className={css.column}>
      <div id={`${id}-upper`} className={css.upper} style={{ flexBasis: `${share}%` }}>
        {inspector}
      </div>
      <Resizer
        label={words.resizeAnnotations}
        controls={`${id}-upper`}
        orientation="horizontal"
        value={share}
        min={20}
        max={80}
        step={2}
        unitsPerPixel={() => 100 / (box.current?.clientHeight || 600)}
        onChange={onShare}
        onReset={() => onShare(usualInspectorShare)}
      />
      <div className={css.lower}>{list}</div>
    </div>
  );
}
