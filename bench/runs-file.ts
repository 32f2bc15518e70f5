import { z } from 'zod';
import { type BenchResult, subjectNames } from './results';
import { rowNames, units } from './rows/row';
import { type ShapeName, shapeNames } from './shapes';

/** Under what circumstances figures were measured; only those of the same can stand in one table. */
export interface Conditions {
  /** The machine, and the browser and Node on it. */
  readonly machine: string;
  /** The version of the program and of what measures it. */
  readonly program: string;
  readonly isQuick: boolean;
}

/** One invocation of the bench: which shapes it measured. */
export interface RunPart extends Conditions {
  readonly shapes: readonly ShapeName[];
}

/** The results that stand in one table, and the invocations that they come from. */
export interface BenchRun {
  readonly results: readonly BenchResult[];
  readonly parts: readonly RunPart[];
}

const figure = z.number().nullable();

const resultSchema = z
  .strictObject({
    shape: z.enum(shapeNames),
    row: z.enum(rowNames),
    subject: z.enum(subjectNames),
    median: figure,
    p95: figure,
    unit: z.enum(units),
    ratioToMark: figure,
    exceeded: z.literal(true).exactOptional(),
    spread: z.tuple([z.number(), z.number()]).exactOptional(),
    runs: z.int().min(0),
  })
  .refine(({ median, exceeded }) => (median === null) === (exceeded === true));

const partSchema = z.strictObject({
  shapes: z.array(z.enum(shapeNames)),
  machine: z.string(),
  program: z.string(),
  isQuick: z.boolean(),
});

/** Reads `latest.json`; throws when it is not the list that `bench/README.md` describes. */
export function parseResults(json: string): readonly BenchResult[] {
  return z.array(resultSchema).parse(JSON.parse(json));
}

/** Reads `latest-parts.json`; throws when it is not a list of invocations. */
export function parseParts(json: string): readonly RunPart[] {
  return z.array(partSchema).parse(JSON.parse(json));
}

/** Figures as they are kept: legible, and with a line's end. */
export function formatFigures(figures: readonly object[]): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}

/**
 * The run that `before` and the invocation `now` make together: a shape that was measured now is replaced whole, so that
 * what is held against each other was measured in one invocation. Of `before` nothing is left that was measured under
 * other conditions; `dropped` tells which shapes are gone for that reason.
 */
export function mergeRuns(
  before: BenchRun,
  now: { readonly results: readonly BenchResult[]; readonly part: RunPart },
): BenchRun & { readonly dropped: readonly ShapeName[] } {
  const measured = new Set(now.part.shapes);
  const others = before.parts.filter((part) => !isSame(part, now.part));
  const parts = before.parts.flatMap((part) => {
    const shapes = part.shapes.filter((shape) => !measured.has(shape));
    return isSame(part, now.part) && shapes.length > 0 ? [{ ...part, shapes }] : [];
  });
  const kept = new Set(parts.flatMap(({ shapes }) => shapes));
  return {
    results: [...before.results.filter(({ shape }) => kept.has(shape)), ...now.results],
    parts: [...parts, now.part],
    dropped: others.flatMap(({ shapes }) => shapes).filter((shape) => !measured.has(shape)),
  };
}

function isSame(one: Conditions, other: Conditions): boolean {
  return (
    one.machine === other.machine && one.program === other.program && one.isQuick === other.isQuick
  );
}
