import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Annotation } from '../../../core/annotation/annotation';
import { mentionKey } from '../../../core/annotation/mention';
import type { AnnotationId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { moveInList } from '../../ui/move-in-list';
import { KindMark } from '../KindMark';
import { valueOfAnnotation } from '../value-of-annotation';
import css from './AnnotationChooser.module.css';
import type { Rect } from './place-palette';

/** What `AnnotationChooser` takes. Give it a key of the place: another place is another list. */
export interface AnnotationChooserProps {
  /** Round the letter clicked or the caret, in viewport coordinates. */
  readonly place: Rect;
  /** The visible part of the article's column, in viewport coordinates. */
  readonly bounds: Rect;
  /** Those that lie there, innermost first. */
  readonly annotations: readonly Annotation[];
  readonly selectedId: AnnotationId | null;
  /** The article's language, for its words. */
  readonly language: string | undefined;
  /** Whether it was opened by the keyboard and takes the focus. The owner gives the focus back. */
  readonly focused: boolean;
  /** The row pointed at or moved to, for the text to show it; null when there is none any more. */
  readonly onHover: (id: AnnotationId | null) => void;
  readonly onPick: (id: AnnotationId) => void;
  /** Escape, or the focus went elsewhere. */
  readonly onClose: () => void;
}

/** How much of the words a row says aloud. */
const spokenUnits = 240;

/**
 * The annotations that lie under one place, to choose from. It never covers the line of the place, blocks
 * nothing, and a press on it leaves the selection and the focus where they are.
 */
export function AnnotationChooser(props: AnnotationChooserProps) {
  const { annotations, selectedId, language, focused, onHover, onPick, onClose } = props;
  const words = useWords();
  const shared = useMemo(() => sharedMentions(annotations), [annotations]);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [active, setActive] = useState(-1);
  const place = size && placeBox({ ...props, ...size });
  const isPlaced = place !== null;

  // What is not shown yet takes no focus.
  useEffect(() => {
    if (focused && isPlaced) list.current?.focus({ preventScroll: true });
  }, [focused, isPlaced]);

  const moveTo = (index: number): void => {
    setActive(index);
    onHover(annotations[index]?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { length } = annotations;
    const next = moveInList({ key: event.key, active, length, page: length });
    const row = annotations[active];
    if (next !== null) {
      moveTo(next);
      list.current?.children.item(next)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && row) onPick(row.id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className={css.box}
      data-hidden={!isPlaced || undefined}
      style={place ?? { left: 0, top: 0 }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerLeave={() => {
        if (document.activeElement !== list.current) moveTo(-1);
      }}
    >
      <div className={css.content}>
        <p className={css.title} id={`${id}-title`}>
          {words.fragments.chooser}
        </p>
        <div
          ref={list}
          role="listbox"
          aria-labelledby={`${id}-title`}
          aria-activedescendant={annotations[active] ? `${id}-${active}` : undefined}
          tabIndex={0}
          className={css.list}
          onKeyDown={onKeyDown}
          onFocus={() => {
            if (active < 0) moveTo(Math.max(0, indexOf(annotations, selectedId)));
          }}
          onBlur={(event: FocusEvent) => {
            if (event.relatedTarget) onClose();
          }}
        >
          {annotations.map((annotation, index) => {
            const { kind } = annotation.body;
            const { exact } = annotation.quote;
            const value = valueOfAnnotation(words, annotation);
            const isShared = shared.has(mentionKey(annotation));
            const coder = isShared ? words.annotations.coder(annotation.provenance.coder) : null;
            const said = [value, coder].filter((part) => part !== null).join(', ');
            return (
              // Keys are handled by the list, which has the focus.
              <div
                key={annotation.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={annotation.id === selectedId}
                aria-label={words.fragments.item(
                  words.kinds[kind],
                  exact.slice(0, spokenUnits),
                  said === '' ? null : said,
                )}
                className={css.row}
                data-active={index === active || undefined}
                // Not on entering: the list may appear under a pointer that rests.
                onPointerMove={() => {
                  if (index !== active) moveTo(index);
                }}
                onClick={() => onPick(annotation.id)}
              >
                <KindMark kind={kind} />
                <span className={css.exact} lang={language} dir="auto">
                  {exact}
                </span>
                {said !== '' && <span className={css.value}>{said}</span>}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The mentions that several of `annotations` are of: their coders tell them apart. */
function sharedMentions(annotations: readonly Annotation[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(annotations.map(mentionKey).filter((key) => seen.has(key) || !seen.add(key)));
}

function indexOf(annotations: readonly Annotation[], id: AnnotationId | null): number {
  return annotations.findIndex((annotation) => annotation.id === id);
}

interface Size {
  readonly width: number;
  /** As high as it would be with room for everything. */
  readonly height: number;
}

/** The size of a box round one element of content, null before it is known. The first comes before the first paint. */
function useSize(box: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const outer = box.current;
    const content = outer?.firstElementChild;
    if (!outer || !(content instanceof HTMLElement)) return;
    const watch = new ResizeObserver(() => {
      const border = outer.offsetHeight - outer.clientHeight;
      setSize({ width: outer.offsetWidth, height: content.offsetHeight + border });
    });
    watch.observe(content);
    return () => watch.disconnect();
  }, [box]);
  return size;
}

const gap = 8;

/** Below the place, or above where there is no room below but more above; as high as there is room, never over it. */
function placeBox({
  place,
  bounds,
  width,
  height,
}: Pick<AnnotationChooserProps, 'place' | 'bounds'> & Size) {
  const left = Math.max(bounds.left + gap, Math.min(bounds.right - gap - width, place.left));
  const below = bounds.bottom - place.bottom - 2 * gap;
  const above = place.top - bounds.top - 2 * gap;
  const isBelow = height <= below || below >= above;
  const maxHeight = Math.max(0, isBelow ? below : above);
  const top = isBelow ? place.bottom + gap : place.top - gap - Math.min(height, maxHeight);
  return { left, top, maxHeight };
}
