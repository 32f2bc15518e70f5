import css from './CostTable.module.css';
import type { JobCosts } from './figures';
import { formatTime, jobNames, parts } from './words';

/** What each job cost the last time and usually, in milliseconds. */
export function CostTable({ costs }: { readonly costs: readonly JobCosts[] }) {
  if (costs.length === 0)
    return (
      <p className={css.none}>
        Open an article, tag words or undo a step: what it cost will stand here.
      </p>
    );
  return (
    <table className={css.table}>
      <caption className={css.caption}>Milliseconds from the key or click</caption>
      <thead>
        <tr>
          <td rowSpan={2} />
          <th scope="colgroup" colSpan={parts.length}>
            Last
          </th>
          <th scope="colgroup" colSpan={parts.length}>
            Median
          </th>
          <th rowSpan={2} scope="col">
            times
          </th>
        </tr>
        <tr>
          {['last', 'median'].flatMap((of) =>
            parts.map(({ part, name }) => (
              <th key={`${of} ${part}`} scope="col">
                {name}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {costs.map(({ job, last, median, runs }) => (
          <tr key={job}>
            <th scope="row">{jobNames[job]}</th>
            {parts.map(({ part }) => (
              <td key={part}>{formatTime(last[part])}</td>
            ))}
            {parts.map(({ part }) => (
              <td key={part}>{formatTime(median[part])}</td>
            ))}
            <td>{runs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
