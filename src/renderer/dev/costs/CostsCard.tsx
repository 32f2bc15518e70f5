import { useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button';
import css from './CostsCard.module.css';
import { CostTable } from './CostTable';
import { FrameChart } from './FrameChart';
import type { Figures } from './figures';
import { costsTitle, describeLongFrames, withUnit } from './words';

/** What `CostsCard` takes. */
export interface CostsCardProps {
  readonly figures: Figures;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** Where Escape has another meaning than to close the card. */
const ownEscape = 'input, textarea, select, [role=dialog], [role=menu], [role=menubar]';

/** A card over the lower left corner of the window. It never takes the focus, unless Tab brings it there. */
export function CostsCard({ figures, onCopy, onClose }: CostsCardProps) {
  const { frames, longFrames, costs } = figures;
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const before = useRef<EventTarget | null>(null);

  const close = (): void => {
    const holdsFocus = card.current?.contains(document.activeElement);
    onClose();
    if (holdsFocus && before.current instanceof HTMLElement) before.current.focus();
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    // Escape steps back one level: what has taken it has prevented its default.
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(ownEscape)) return;
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <aside
      ref={card}
      className={css.card}
      aria-labelledby={id}
      onMouseDown={(event) => event.preventDefault()}
      onFocus={({ relatedTarget }) => {
        if (!card.current?.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      <header className={css.head}>
        <h2 id={id} className={css.title}>
          {costsTitle}
        </h2>
        <Button look="quiet" onClick={onCopy}>
          Copy
        </Button>
        <Button look="quiet" aria-label="Close" onClick={close}>
          ×
        </Button>
      </header>
      <FrameChart durations={frames.durations} />
      <dl className={css.facts}>
        <Fact name="Median">{withUnit(frames.median)}</Fact>
        <Fact name="95th percentile">{withUnit(frames.percentile95)}</Fact>
        <Fact name="Longest in 10 s">{withUnit(frames.longest)}</Fact>
      </dl>
      <dl className={css.facts}>
        <Fact name="Long frames">{describeLongFrames(longFrames)}</Fact>
      </dl>
      <CostTable costs={costs} />
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd title={children}>{children}</dd>
    </div>
  );
}
