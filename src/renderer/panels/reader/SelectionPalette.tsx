import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import { useWords } from '../../i18n/catalogue';
import { Shortcut } from '../../ui/Shortcut';
import { KindMark } from '../KindMark';
import { placePalette, type Rect } from './place-palette';
import css from './SelectionPalette.module.css';

/** What `SelectionPalette` takes. */
export interface SelectionPaletteProps {
  /** Round the selected words, in viewport coordinates. */
  readonly selection: Rect;
  /** The visible part of the article's column, in viewport coordinates. */
  readonly bounds: Rect;
  readonly shortcuts: Readonly<Record<AnnotationKind, string>>;
  readonly onTag: (kind: AnnotationKind) => void;
  /** What else can be done with the words. */
  readonly more?: readonly {
    readonly id: string;
    readonly label: string;
    readonly shortcut: string;
  }[];
  readonly onMore?: (id: string) => void;
}

/**
 * The bar over a selection. A press on it leaves the selection and the focus where they are. It belongs inside the
 * article's column, though outside the text that is read.
 */
export function SelectionPalette(props: SelectionPaletteProps) {
  const { selection, bounds, shortcuts, onTag, more = [], onMore } = props;
  const words = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(
    null,
  );
  // Its size changes with the language and the text size; the first report comes before the first paint.
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      setSize({ width: element.offsetWidth, height: element.offsetHeight });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const place = size && placePalette({ selection, bounds, ...size });
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.selection.label}
      className={css.bar}
      data-hidden={!place || undefined}
      style={place ? { left: place.left, top: place.top } : { left: 0, top: 0 }}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveAlong}
    >
      {annotationKinds.map((kind, index) => (
        <button
          key={kind}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          className={css.button}
          aria-keyshortcuts={shortcuts[kind]}
          onClick={() => onTag(kind)}
        >
          <span aria-hidden="true">
            <Shortcut keys={shortcuts[kind]} />
          </span>
          <KindMark kind={kind} />
          {words.kinds[kind]}
        </button>
      ))}
      {more.map(({ id, label, shortcut }, index) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className={css.button}
          data-first={index === 0 || undefined}
          aria-keyshortcuts={shortcut}
          onClick={() => onMore?.(id)}
        >
          <span aria-hidden="true">
            <Shortcut keys={shortcut} />
          </span>
          {label}
        </button>
      ))}
    </div>
  );
}

/** The arrow keys of a toolbar. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
