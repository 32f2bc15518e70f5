import { useId, useMemo, useState } from 'react';
import { onOneLine } from '../../../core/text/context';
import { useWords } from '../../i18n/catalogue';
import { titleShown } from '../../i18n/foreign-words';
import { Button } from '../../ui/Button';
import { VirtualRows } from '../../ui/VirtualRows';
import css from './HealthDialog.module.css';
import { canBeShown, countByCode, type HealthState, type ShownFinding } from './health-state';

interface HealthFindingsProps {
  readonly state: Extract<HealthState, { readonly kind: 'faulty' }>;
  readonly onShow: (finding: ShownFinding) => void;
}

interface NumberedFinding {
  readonly finding: ShownFinding;
  readonly number: number;
}

/** The faults by kind, and each of them. Enter, or a double press, shows the annotation of the active one. */
export function HealthFindings({ state, onShow }: HealthFindingsProps) {
  const words = useWords().health;
  const groupsId = useId();
  const [active, setActive] = useState(0);
  const { findings, count } = state;
  const rows = useMemo(
    () => findings.map((finding, number): NumberedFinding => ({ finding, number })),
    [findings],
  );
  const current = findings[active];
  const showCurrent = (): void => {
    if (current && canBeShown(current)) onShow(current);
  };
  return (
    <div className={css.findings}>
      <div role="alert" className={css.ending}>
        <p className={css.failure}>{words.found(count)}</p>
        <p>
          {words.unchanged} {words.ways}
        </p>
      </div>
      <h3 id={groupsId} className="unseen">
        {words.groups}
      </h3>
      <ul className={css.groups} aria-labelledby={groupsId}>
        {countByCode(findings).map(([code, number]) => (
          <li key={code}>{words.codes[code].count(number)}</li>
        ))}
      </ul>
      <div className={css.list}>
        <VirtualRows
          role="listbox"
          label={words.list}
          rows={rows}
          keyOf={keyOf}
          heightOf={rowHeight}
          active={active}
          onMove={setActive}
          onPress={setActive}
          onKey={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            showCurrent();
          }}
          ariaOf={({ finding }, index) => ({
            'aria-selected': index === active,
            'aria-posinset': index + 1,
            'aria-setsize': findings.length,
            'aria-label': words.row({
              fault: words.codes[finding.code].what,
              words: onOneLine(finding.words ?? ''),
              title: finding.articleTitle ?? '',
            }),
          })}
          render={({ finding }) => (
            <div className={css.row} onDoubleClick={showCurrent}>
              <span className={css.place}>
                {finding.words && (
                  <span className={css.words} dir="auto">
                    {onOneLine(finding.words)}
                  </span>
                )}
                {finding.articleTitle && (
                  <span className={css.article} dir="auto">
                    {titleShown(finding.articleTitle)}
                  </span>
                )}
              </span>
              <span className={css.fault}>{words.codes[finding.code].what}</span>
            </div>
          )}
        />
      </div>
      <div className={css.below}>
        <p className={css.hint}>
          {count > findings.length && words.listed(findings.length, count)}
        </p>
        <Button
          look="quiet"
          disabled={!current || !canBeShown(current)}
          title={words.showHint}
          onClick={showCurrent}
        >
          {words.show}
        </Button>
      </div>
    </div>
  );
}

function keyOf({ number }: NumberedFinding): string {
  return String(number);
}

function rowHeight(): number {
  return 44;
}
