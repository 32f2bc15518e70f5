import css from './FrameChart.module.css';
import { framesShown } from './frames';
import { formatTime } from './words';

/** What the height of the chart stands for, in milliseconds: four frames at 60 Hz; a longer one fills it. */
const ceiling = 1_000 / 15;
const height = 64;

/** One frame at 60 Hz and two, in milliseconds. */
const lines = [1_000 / 60, 1_000 / 30];

/** A strip of frame durations in milliseconds, the latest at the right; one that took more than two frames is darker. */
export function FrameChart({ durations }: { readonly durations: readonly number[] }) {
  return (
    <div className={css.chart}>
      <svg
        role="img"
        aria-label={`Durations of the last ${durations.length} frames`}
        viewBox={`0 0 ${framesShown} ${height}`}
        preserveAspectRatio="none"
        className={css.strip}
      >
        <path className={css.frame} d={drawBars(durations, (duration) => !isSlow(duration))} />
        <path className={css.slow} d={drawBars(durations, isSlow)} />
        {lines.map((line) => (
          <line
            key={line}
            className={css.line}
            x1={0}
            x2={framesShown}
            y1={yOf(line)}
            y2={yOf(line)}
          />
        ))}
      </svg>
      {lines.map((line) => (
        <span key={line} className={css.label} style={{ top: `${(yOf(line) / height) * 100}%` }}>
          {formatTime(line)}
        </span>
      ))}
    </div>
  );
}

function drawBars(durations: readonly number[], isDrawn: (duration: number) => boolean): string {
  const first = framesShown - durations.length;
  return durations
    .flatMap((duration, index) =>
      isDrawn(duration) ? [`M${first + index + 0.5} ${height}V${yOf(duration).toFixed(1)}`] : [],
    )
    .join('');
}

/** Longer than two frames at 60 Hz; the clock of frames is some tenths of a millisecond off. */
function isSlow(duration: number): boolean {
  return duration > 1_000 / 30 + 1;
}

function yOf(duration: number): number {
  return height - (Math.min(duration, ceiling) / ceiling) * height;
}
