const yearBeforeFirst = 1911;

/** The Gregorian year of a Juche year: Juche 1 is 1912, the years begin on the same day. */
export function gregorianYear(juche: number): number {
  return juche + yearBeforeFirst;
}
