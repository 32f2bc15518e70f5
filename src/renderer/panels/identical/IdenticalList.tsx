import Check from 'lucide-react/icons/check';
import { useState } from 'react';
import { useWords } from '../../i18n/catalogue';
import { titleShown } from '../../i18n/foreign-words';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import { VirtualRows } from '../../ui/VirtualRows';
import type { IdenticalHit } from '../../workspace/actions/identical/identical-search';
import type { IdenticalDialogProps } from './IdenticalDialog';
import css from './IdenticalDialog.module.css';

/** What was found, counted and in rows to be chosen or left out, and how far the search is. */
export function IdenticalList(props: IdenticalDialogProps) {
  const { state, onStop, onSearch } = props;
  const words = useWords().identical;
  return (
    <>
      <Summary {...props} />
      <div className={css.place} aria-busy={state.kind === 'searching'}>
        <Hits {...props} />
        {state.kind === 'searching' && (
          <div className={css.course}>
            <Progress
              label={words.searching(state.done, state.total)}
              share={state.total === 0 ? undefined : state.done / state.total}
            />
            <span className={css.stop}>
              <Button onClick={onStop}>{words.stop}</Button>
            </span>
          </div>
        )}
        {state.kind === 'stopped' && (
          <div className={css.course}>
            <Button onClick={onSearch}>{words.again}</Button>
          </div>
        )}
      </div>
    </>
  );
}

function Summary({ job, state, preview, excluded, onExclude }: IdenticalDialogProps) {
  const words = useWords().identical;
  const isThere = preview !== null && state.kind !== 'stopped';
  const hits = preview?.hits ?? [];
  const chosen = hits.length - excluded.size;
  return (
    <div className={css.summary}>
      <p role="status" className={css.count}>
        {isThere && (
          <>
            {job === 'tag'
              ? words.places(hits.length, preview.articles)
              : words.annotations(hits.length, preview.articles)}
            <span className={css.skipped}>
              {preview.tagged > 0 && `; ${words.skippedTagged(preview.tagged)}`}
              {preview.inside > 0 && `; ${words.skippedInside(preview.inside)}`}
            </span>
          </>
        )}
      </p>
      {isThere && hits.length > 0 && (
        <>
          <span className={css.chosen}>{words.chosen(chosen, hits.length)}</span>
          <label className={css.check}>
            <input
              ref={(box) => {
                if (box) box.indeterminate = chosen > 0 && chosen < hits.length;
              }}
              type="checkbox"
              checked={chosen === hits.length}
              onChange={() =>
                onExclude(new Set(chosen === hits.length ? hits.map(({ key }) => key) : []))
              }
            />
            {words.all}
          </label>
        </>
      )}
    </div>
  );
}

function Hits({ job, preview, excluded, onExclude }: IdenticalDialogProps) {
  const words = useWords();
  const [active, setActive] = useState(0);
  const hits = preview?.hits ?? [];
  const inSeveral = preview?.request.scope === 'all';
  if (hits.length === 0) return null;
  const current = Math.min(active, hits.length - 1);
  const turn = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    const next = new Set(excluded);
    if (!next.delete(hit.key)) next.add(hit.key);
    onExclude(next);
  };
  return (
    <VirtualRows
      role="listbox"
      multiple
      label={words.identical.list[job]}
      rows={hits}
      keyOf={keyOf}
      heightOf={inSeveral ? twoLines : oneLine}
      ariaOf={(hit, index) => ({
        'aria-selected': !excluded.has(hit.key),
        'aria-posinset': index + 1,
        'aria-setsize': hits.length,
        'aria-label': words.identical.row({
          context: `${hit.context.before}${hit.context.words}${hit.context.after}`,
          title: hit.title,
          paragraph: hit.paragraph,
          taken: !excluded.has(hit.key),
        }),
      })}
      active={current}
      onMove={setActive}
      onPress={(index) => {
        setActive(index);
        turn(index);
      }}
      onKey={(event, index) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        turn(index);
      }}
      render={(hit) => (
        <Row
          hit={hit}
          taken={!excluded.has(hit.key)}
          title={inSeveral ? hit.title : null}
          paragraph={words.annotations.paragraph(hit.paragraph)}
        />
      )}
    />
  );
}

function keyOf({ key }: IdenticalHit): string {
  return key;
}

function oneLine(): number {
  return 30;
}

function twoLines(): number {
  return 47;
}

function Row({
  hit: { context, language },
  taken,
  title,
  paragraph,
}: {
  readonly hit: IdenticalHit;
  readonly taken: boolean;
  readonly title: string | null;
  readonly paragraph: string;
}) {
  return (
    <div className={css.row} data-taken={taken || undefined}>
      <span className={css.tick}>{taken && <Check size={12} />}</span>
      <div className={css.texts}>
        <p className={css.context} lang={language} dir="auto">
          <span className={css.before}>
            <span>{context.before}</span>
          </span>
          <strong className={css.exact}>{context.words}</strong>
          <span className={css.after}>{context.after}</span>
        </p>
        {title !== null && (
          <p className={css.title} dir="auto">
            {titleShown(title)}
          </p>
        )}
      </div>
      <span className={css.paragraph}>{paragraph}</span>
    </div>
  );
}
