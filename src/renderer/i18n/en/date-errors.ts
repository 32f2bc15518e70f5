import { quoted } from '../foreign-words';

/** What is wrong with a value typed for a date. */
export const edtfErrors = {
  empty: () => 'Write a date, such as 2025-01-15.',
  'not-edtf': (piece: string | null) =>
    piece === null
      ? 'Something is missing at the end. Write 2025, 2025-01, 2025-01-15 or 2025-01-02/2025-01-05.'
      : `${quoted(piece)} does not read as a date. Write 2025, 2025-01, 2025-01-15 or 2025-01-02/2025-01-05.`,
  'has-time': () => 'Leave the time of day out.',
  unsupported: {
    set: 'Sets of dates are not kept. Write one date or an interval such as 2024-01/2024-06.',
    'qualified-part': 'Put ? or ~ at the end of the whole date.',
    'qualified-unspecified': 'Write either X or ?, ~: not both in one date.',
    'qualified-season': 'Leave ? and ~ out after a season.',
    'qualified-long-year': 'Leave ? and ~ out after a long year.',
    'unspecified-year': 'X in a year stands for its last digits alone, such as 201X.',
    'sub-year': 'Write a quarter or half as an interval, such as 2024-01/2024-03.',
    exponent: 'Write the year in full.',
    'very-long-year': 'The year has too many digits.',
    'season-in-interval': 'Write the interval with months, such as 2024-03/2024-05.',
    'long-year-in-interval': 'An interval takes years of four digits.',
  },
  'no-such-year': (year: string) => `There is no year ${year}.`,
  'no-such-month': (month: string) => `There is no month ${month}: months go from 01 to 12.`,
  'no-such-day': (month: string, day: string) => `Month ${month} of that year has no day ${day}.`,
  'interval-without-date': () => 'An interval needs a date at one end at least.',
  'interval-backwards': () => 'The interval ends before it starts.',
};

/** What is odd about words that have the shape of a date. */
export const dateWarnings = {
  jucheDisagrees: (juche: number, year: number) =>
    `Juche ${juche} is ${juche + 1911}, but the words say ${year}. One of the two is wrong.`,
  noSuchMonth: (month: number) => `The words name month ${month}, which does not exist.`,
  noSuchDay: (month: number, day: number) =>
    `The words name day ${day} of month ${month}, which does not exist.`,
};
