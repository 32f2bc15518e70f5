import css from './Progress.module.css';

/** What `Progress` takes. */
export interface ProgressProps {
  /** What is going on, in words. */
  readonly label: string;
  /** 0 to 1; absent when it is not known how far it is. */
  readonly share?: number | undefined;
  /** Further words, such as the time left. */
  readonly detail?: string | undefined;
}

/** How far something is, never without words. It shows itself only after 200 ms. */
export function Progress({ label, share, detail }: ProgressProps) {
  return (
    <div className={css.progress}>
      <div className={css.words}>
        <span aria-live="polite">{label}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </div>
      <progress className={css.bar} aria-label={label} max={1} value={share} />
    </div>
  );
}
