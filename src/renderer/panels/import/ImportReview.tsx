import { useMemo, useState } from 'react';
import {
  applicable,
  type ConflictRule,
  type Decision,
  decideBy,
  decisionsFor,
  type ImportConflict,
  type ImportPlan,
} from '../../../core/import/import-plan';
import { onOneLine } from '../../../core/text/context';
import { useWords } from '../../i18n/catalogue';
import { titleShown } from '../../i18n/foreign-words';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { VirtualRows } from '../../ui/VirtualRows';
import { KindMark } from '../KindMark';
import css from './ImportDialog.module.css';
import { ImportDifference } from './ImportDifference';

interface ImportReviewProps {
  readonly plan: ImportPlan;
  readonly rule: ConflictRule;
  readonly onRule: (rule: ConflictRule) => void;
}

const everyDecision = ['mine', 'theirs', 'both'] as const satisfies readonly Decision[];

/** What a file holds, counted, and what is to become of each record that differs here. */
export function ImportReview({ plan, rule, onRule }: ImportReviewProps) {
  const words = useWords().importing;
  const { conflicts } = plan;
  const canBeBoth = useMemo(() => conflicts.filter(mayStaySideBySide).length, [conflicts]);
  return (
    <div className={css.review}>
      <Counts plan={plan} />
      {conflicts.length > 0 && (
        <>
          <ChoiceRow
            label={words.rule}
            value={rule.decision}
            onChoose={(decision) => onRule({ decision, exceptions: new Map() })}
            choices={everyDecision
              .filter((value) => value !== 'both' || canBeBoth > 0)
              .map((value) => ({ value, label: words.decisions[value] }))}
          />
          {rule.decision === 'both' && canBeBoth < conflicts.length && (
            <p className={css.hint}>{words.ruleHint}</p>
          )}
          <Conflicts conflicts={conflicts} rule={rule} onRule={onRule} />
        </>
      )}
    </div>
  );
}

function Counts({ plan }: { readonly plan: ImportPlan }) {
  const { importing: words, numberOf } = useWords();
  const rows = [
    { label: words.articles, counts: plan.articles },
    { label: words.annotations, counts: plan.annotations },
  ];
  return (
    <table className={css.counts}>
      <caption className="unseen">{words.table}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.fresh}</th>
          <th scope="col">{words.same}</th>
          <th scope="col">{words.conflicting}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, counts }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{numberOf(counts.fresh)}</td>
            <td>{numberOf(counts.same)}</td>
            <td>{numberOf(counts.conflicting)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Conflicts({
  conflicts,
  rule,
  onRule,
}: Omit<ImportReviewProps, 'plan'> & { readonly conflicts: readonly ImportConflict[] }) {
  const words = useWords().importing;
  const [active, setActive] = useState(0);
  const decide = decideBy(rule);
  const current = conflicts[Math.min(active, conflicts.length - 1)];
  const except = (conflict: ImportConflict, decision: Decision): void => {
    const exceptions = new Map(rule.exceptions);
    if (decision === applicable(conflict, rule.decision)) exceptions.delete(conflict.key);
    else exceptions.set(conflict.key, decision);
    onRule({ ...rule, exceptions });
  };
  const turn = (conflict: ImportConflict): void => {
    const choices = decisionsFor(conflict);
    const next = choices[(choices.indexOf(decide(conflict)) + 1) % choices.length];
    if (next) except(conflict, next);
  };
  const wordsOf = (conflict: ImportConflict): string =>
    conflict.table === 'articles'
      ? words.factsOf(conflict.mine.title)
      : onOneLine(conflict.mine.quote.exact);
  return (
    <>
      <div className={css.list}>
        <VirtualRows
          role="listbox"
          label={words.conflicts}
          rows={conflicts}
          keyOf={keyOf}
          heightOf={rowHeight}
          active={active}
          onMove={setActive}
          onPress={setActive}
          onKey={(event, index) => {
            const conflict = conflicts[index];
            if (event.key !== ' ' || !conflict) return;
            event.preventDefault();
            turn(conflict);
          }}
          ariaOf={(conflict, index) => ({
            'aria-selected': index === active,
            'aria-posinset': index + 1,
            'aria-setsize': conflicts.length,
            'aria-label': words.row({
              words: wordsOf(conflict),
              title: conflict.title,
              decision: words.decisions[decide(conflict)],
              isException: rule.exceptions.has(conflict.key),
            }),
          })}
          render={(conflict) => (
            <div className={css.row}>
              {conflict.table === 'annotations' && <KindMark kind={conflict.mine.body.kind} />}
              <span className={css.words} dir="auto">
                {wordsOf(conflict)}
              </span>
              <span className={css.article} dir="auto">
                {titleShown(conflict.title)}
              </span>
              <span
                className={css.decision}
                data-exception={rule.exceptions.has(conflict.key) || undefined}
              >
                {words.decisions[decide(conflict)]}
              </span>
            </div>
          )}
        />
      </div>
      {current && (
        <section className={css.detail} aria-label={wordsOf(current)}>
          <ImportDifference conflict={current} />
          <ChoiceRow
            label={words.forThisOne}
            value={decide(current)}
            onChoose={(decision) => except(current, decision)}
            choices={decisionsFor(current).map((value) => ({
              value,
              label: words.decisions[value],
            }))}
          />
        </section>
      )}
    </>
  );
}

function mayStaySideBySide(conflict: ImportConflict): boolean {
  return decisionsFor(conflict).includes('both');
}

function keyOf({ key }: ImportConflict): string {
  return key;
}

function rowHeight(): number {
  return 30;
}
