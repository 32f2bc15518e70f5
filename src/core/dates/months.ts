const months = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
] as const;

/** Every English name of a month, in full and short without a stop, longer before shorter: `Sept` before `Sep`. */
export const englishMonthNames: readonly string[] = months.flat();

/** The number of an English month from 1 to 12, in any case and in full or short, without a stop. Throws for other words. */
export function monthNumber(name: string): number {
  const wanted = name.toLowerCase();
  const index = months.findIndex((names) => names.some((known) => known.toLowerCase() === wanted));
  if (index < 0) throw new Error(`no month is called ${name}`);
  return index + 1;
}
