import { memo, useMemo } from 'react';
import {
  type Annotation,
  type AnnotationKind,
  annotationKinds,
} from '../../../core/annotation/annotation';
import { compareAnnotations } from '../../../core/annotation/annotation-index';
import type { KindCounts } from '../../../core/health/finding';
import type { AnnotationId } from '../../../core/ids';
import { firstIndexWhere } from '../../../core/text/search-sorted';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { VirtualRows } from '../../ui/VirtualRows';
import { KindMark } from '../KindMark';
import { KindToggles } from '../KindToggles';
import { hasValue, valueOfAnnotation } from '../value-of-annotation';
import css from './AnnotationList.module.css';

/** What `AnnotationList` takes. */
export interface AnnotationListProps {
  /** All annotations of the article in reading order. The same array may be given again with other content. */
  readonly annotations: readonly Annotation[];
  /** Another number whenever the content of `annotations` is another. */
  readonly revision: number;
  readonly counts: KindCounts;
  /** The number of the paragraph in which an annotation begins, from 1; asked for rows in sight only. */
  readonly paragraphOf: (annotation: Annotation) => number;
  /** The kinds shown, as the person left them. */
  readonly shown: readonly AnnotationKind[];
  readonly onShown: (kinds: readonly AnnotationKind[]) => void;
  readonly selectedId: AnnotationId | null;
  /** The annotation with this id, in the list or not; asked for the selected one. */
  readonly annotationOf: (id: AnnotationId) => Annotation | undefined;
  /** Whether others say something of the same words as the same kind; asked for rows in sight only. */
  readonly isShared?: (annotation: Annotation) => boolean;
  readonly onSelect: (id: AnnotationId) => void;
  /** Enter on a row: go to the words in the text. */
  readonly onOpen?: (id: AnnotationId) => void;
  /** The article's language, for its words. */
  readonly language?: string | undefined;
}

/** All annotations of the article, in step with the text: arrow keys select, and the selected row is kept in sight. */
export function AnnotationList(props: AnnotationListProps) {
  const { annotations, revision, counts, shown, onShown, selectedId, onSelect, onOpen } = props;
  const words = useWords();
  const rows = useMemo(
    () => {
      const kinds = new Set(shown);
      return kinds.size === annotationKinds.length
        ? annotations.slice()
        : annotations.filter((annotation) => kinds.has(annotation.body.kind));
    },
    // The array may be one that changes in place: `revision` says when it has.
    // oxlint-disable-next-line react/exhaustive-deps
    [annotations, revision, shown],
  );
  const active = positionOf(rows, selectedId === null ? undefined : props.annotationOf(selectedId));
  const select = (index: number): void => {
    const row = rows[index];
    if (row) onSelect(row.id);
  };
  return (
    <section className={css.panel} aria-label={words.annotations.title}>
      <div className={css.head}>
        <h2 className={css.title}>{words.annotations.title}</h2>
        <KindToggles counts={counts} shown={shown} onShown={onShown} />
      </div>
      {annotations.length === 0 && (
        <div className={css.empty}>
          <p className={css.emptyTitle}>{words.annotations.empty}</p>
          <p>{words.annotations.emptyNext}</p>
        </div>
      )}
      {annotations.length > 0 && rows.length === 0 && (
        <div className={css.empty}>
          <p>{words.annotations.allHidden}</p>
          <Button onClick={() => onShown(annotationKinds)}>{words.annotations.showAll}</Button>
        </div>
      )}
      {rows.length > 0 && (
        <div className={css.list}>
          <VirtualRows
            role="listbox"
            label={words.annotations.list}
            rows={rows}
            keyOf={keyOf}
            heightOf={heightOf}
            ariaOf={(annotation, index) => ({
              'aria-selected': annotation.id === selectedId,
              'aria-posinset': index + 1,
              'aria-setsize': rows.length,
              'aria-label': labelOf(annotation),
            })}
            active={active}
            onMove={select}
            onPress={select}
            onKey={(event, index) => {
              const row = rows[index];
              if (event.key !== 'Enter' || !row || !onOpen) return;
              event.preventDefault();
              event.stopPropagation();
              onOpen(row.id);
            }}
            render={(annotation) => (
              <Row
                annotation={annotation}
                value={valueOfAnnotation(words, annotation)}
                coder={coderOf(annotation)}
                paragraph={props.paragraphOf(annotation)}
                language={props.language}
                selected={annotation.id === selectedId}
              />
            )}
          />
        </div>
      )}
    </section>
  );

  function labelOf(annotation: Annotation): string {
    const { body, quote } = annotation;
    const row = words.annotations.row(
      words.kinds[body.kind],
      quote.exact,
      props.paragraphOf(annotation),
    );
    return [row, valueOfAnnotation(words, annotation), coderOf(annotation)]
      .filter((part) => part !== null)
      .join(', ');
  }

  /** Who made an annotation, where that has to be told to tell it from another. */
  function coderOf(annotation: Annotation): string | null {
    if (!props.isShared?.(annotation)) return null;
    return words.annotations.coder(annotation.provenance.coder);
  }
}

/** Where `wanted` stands in the rows, which are in reading order; -1 when it is not among them. */
function positionOf(rows: readonly Annotation[], wanted: Annotation | undefined): number {
  if (!wanted) return -1;
  const position = firstIndexWhere(rows, (row) => compareAnnotations(row, wanted) >= 0);
  return rows[position]?.id === wanted.id ? position : -1;
}

function keyOf(annotation: Annotation): string {
  return annotation.id;
}

function heightOf(annotation: Annotation): number {
  return hasValue(annotation) ? 46 : 29;
}

const Row = memo(function Row({
  annotation,
  value,
  coder,
  paragraph,
  language,
  selected,
}: {
  readonly annotation: Annotation;
  readonly value: string | null;
  readonly coder: string | null;
  readonly paragraph: number;
  readonly language: string | undefined;
  readonly selected: boolean;
}) {
  const words = useWords();
  return (
    <div className={css.row} data-selected={selected || undefined}>
      <KindMark kind={annotation.body.kind} />
      <div className={css.texts}>
        <p className={css.exact} lang={language} dir="auto" title={annotation.quote.exact}>
          {annotation.quote.exact}
        </p>
        {value !== null && (
          <p className={css.value} dir="auto">
            {value}
          </p>
        )}
      </div>
      {coder !== null && (
        <span className={css.coder} title={coder}>
          {coder}
        </span>
      )}
      <span className={css.paragraph}>{words.annotations.paragraph(paragraph)}</span>
    </div>
  );
});
