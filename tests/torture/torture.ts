import { writeTortureArticle } from './article';
import { createDraw, seedOfRun } from './draw';
import type { TortureTools } from './program';
import { type Keep, type RunOutcome, tortureOnce } from './run';
import { describeScenario, drawScenario, type Family } from './scenario';
import type { Verdict } from './verdict';

/** What to torture, and how long. */
export interface TortureWish {
  readonly tools: TortureTools;
  /** Everything that is drawn depends on this, and on the number of the run. */
  readonly seed: number;
  /** The numbers of the runs to be made. */
  readonly runs: readonly number[];
  /** Only scenarios of one family. */
  readonly family?: Family;
  readonly keep: Keep;
  readonly print: (line: string) => void;
}

/** What came of all runs. */
export interface TortureOutcome extends Verdict {
  /** Runs that could not be brought to their end. */
  readonly broken: number;
}

/** Makes one run after the other, and prints a line for each and the sums at the end. */
export async function torture(wish: TortureWish): Promise<TortureOutcome> {
  const { tools, seed, runs, family, keep, print } = wish;
  const article = writeTortureArticle();
  const outcomes: RunOutcome[] = [];
  for (const run of runs) {
    const draw = createDraw(seedOfRun(seed, run));
    const scenario = drawScenario(draw, family);
    const outcome = await tortureOnce({ tools, article, scenario, draw, keep });
    outcomes.push(outcome);
    print(`run ${run}: ${describeScenario(scenario)}: ${describeOutcome(outcome)}`);
    if (outcome.folder !== null)
      print(`  kept in ${outcome.folder}; again by ${replayOf(wish, run)}`);
  }
  const sum = (count: (outcome: RunOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const total: TortureOutcome = {
    acknowledged: sum(({ acknowledged }) => acknowledged),
    recovered: sum(({ recovered }) => recovered),
    lost: sum(({ lost }) => lost),
    wrong: sum(({ wrong }) => wrong),
    broken: sum(({ broken }) => Number(broken !== null)),
  };
  for (const name of ['acknowledged', 'recovered', 'lost', 'wrong'] as const)
    print(`${name}: ${total[name]}`);
  print(
    `longest recovery: ${Math.round(Math.max(0, ...outcomes.map((one) => one.recoveryMs)))} ms`,
  );
  if (total.broken > 0) print(`not brought to their end: ${total.broken}`);
  return total;
}

function describeOutcome(outcome: RunOutcome): string {
  const { acknowledged, recovered, lost, wrong, recoveryMs, broken } = outcome;
  const counts = `acknowledged ${acknowledged}, recovered ${recovered}, lost ${lost}, wrong ${wrong}`;
  return `${counts}, ${Math.round(recoveryMs)} ms${broken === null ? '' : `\n  ${broken}`}`;
}

function replayOf({ seed, family, tools }: TortureWish, run: number): string {
  return [
    `npm run torture -- --seed ${seed} --only ${run}`,
    family && `--family ${family}`,
    tools.mutant && `--mutant ${tools.mutant}`,
  ]
    .filter(Boolean)
    .join(' ');
}
