import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import css from './Resizer.module.css';

/** What `Resizer` takes. */
export interface ResizerProps {
  readonly label: string;
  /** The id of the element whose size it sets. */
  readonly controls: string;
  /** `vertical`: a line between columns. `horizontal`: one between rows. */
  readonly orientation: 'vertical' | 'horizontal';
  /** The size as it is, and its limits, in one unit. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** One press of an arrow key; with Shift five. */
  readonly step: number;
  /** How many units one CSS pixel of pointer movement is; negative when growing means moving left or up. */
  readonly unitsPerPixel: () => number;
  readonly onChange: (value: number) => void;
  /** Double click and Enter: the usual size. */
  readonly onReset: () => void;
}

/** A line that is dragged, or moved with arrow keys, to give one of its neighbours another size. */
export function Resizer({
  label,
  controls,
  orientation,
  value,
  min,
  max,
  step,
  unitsPerPixel,
  onChange,
  onReset,
}: ResizerProps) {
  const grip = useRef<{ readonly at: number; readonly value: number } | null>(null);
  const place = (event: PointerEvent): number =>
    orientation === 'vertical' ? event.clientX : event.clientY;
  const change = (next: number): void => {
    const within = Math.round(Math.min(max, Math.max(min, next)));
    if (within !== value) onChange(within);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const stride = step * (event.shiftKey ? 5 : 1) * Math.sign(unitsPerPixel() || 1);
    const [less, more] =
      orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) change(value - stride);
    else if (event.key === more) change(value + stride);
    else if (event.key === 'Home') change(min);
    else if (event.key === 'End') change(max);
    else if (event.key === 'Enter') onReset();
    else return;
    event.preventDefault();
  };

  return (
    // A focusable separator is a widget of ARIA 1.2; HTML has no element for it.
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      className={css.line}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { at: place(event), value };
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        change(grip.current.value + (place(event) - grip.current.at) * unitsPerPixel());
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      onPointerCancel={() => {
        grip.current = null;
      }}
    />
  );
}
