import { format } from 'node:util';

/** What the program wrote to standard output and to standard error, line by line. */
export interface ConsoleCapture {
  readonly output: readonly string[];
  readonly errors: readonly string[];
  /** What stands for the program's `console`. */
  readonly console: object;
}

/** Nothing written yet. */
export function createConsole(): ConsoleCapture {
  const output: string[] = [];
  const errors: string[] = [];
  return {
    output,
    errors,
    console: {
      log: (...words: readonly unknown[]) => void output.push(format(...words)),
      error: (...words: readonly unknown[]) => void errors.push(format(...words)),
    },
  };
}
