import { parseArgs } from 'node:util';
import { type SubjectName, subjectNames } from './results';
import { type RowName, rowNames } from './rows/row';
import { type ShapeName, shapeNames } from './shapes';

/** What the bench was asked for. */
export interface BenchWish {
  readonly isQuick: boolean;
  /** Whether what the last run measured on other shapes is kept. */
  readonly isMerged: boolean;
  readonly rows: readonly RowName[];
  readonly shapes: readonly ShapeName[];
  readonly subjects: readonly SubjectName[];
  /** The folder for a CPU profile of each group of rows, as given; absent for none. */
  readonly profiles?: string;
}

/** The shapes that are measured when none is named; filling a store with a million annotations takes minutes. */
const usual = 'A,B,C,D,E,1k,10k,100k';

/** How the bench is called, for the person. */
export const benchUsage = [
  'npm run bench -- [--quick] [--merge] [--only ROW,…] [--shape NAME,…] [--subject NAME,…] [--profile DIR]',
  '  --quick    shapes A and B alone, and fewer values of what takes long',
  '  --merge    keep what the last run measured on other shapes, if program and machine are the same',
  `  --only     rows: ${rowNames.join(', ')}`,
  `  --shape    shapes: ${shapeNames.join(', ')}`,
  `  --subject  subjects: ${subjectNames.join(', ')}`,
  '  --profile  leave a CPU profile of each measurement in DIR; the figures are none to publish then',
].join('\n');

/** Reads the arguments; the fault in one line when they cannot be understood. */
export function readBenchArguments(given: readonly string[]): BenchWish | { fault: string } {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        quick: { type: 'boolean', default: false },
        merge: { type: 'boolean', default: false },
        only: { type: 'string' },
        shape: { type: 'string' },
        subject: { type: 'string' },
        profile: { type: 'string' },
      },
    });
    // A shape that was measured in part must not take the place of one that was measured whole.
    const part = (['only', 'subject', 'profile'] as const).find(
      (name) => values[name] !== undefined,
    );
    if (values.merge && part) return { fault: `--merge takes whole shapes, without --${part}` };
    return {
      isQuick: values.quick,
      isMerged: values.merge,
      rows: pick(values.only, rowNames, 'row'),
      shapes: pick(values.shape ?? (values.quick ? 'A,B' : usual), shapeNames, 'shape'),
      subjects: pick(values.subject, subjectNames, 'subject'),
      ...(values.profile !== undefined && { profiles: values.profile }),
    };
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error) };
  }
}

/** The names of a list parted by commas, in their own order; all when there is no list. Throws at an unknown one. */
function pick<Name extends string>(
  list: string | undefined,
  known: readonly Name[],
  what: string,
): readonly Name[] {
  if (list === undefined) return known;
  const asked = list.split(',');
  const stranger = asked.find((name) => !known.some((one) => one === name));
  if (stranger !== undefined) throw new Error(`There is no ${what} ‘${stranger}’`);
  return known.filter((name) => asked.includes(name));
}
