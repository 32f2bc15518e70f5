import { readDay } from './date-line';

/** The words with which an agency story begins: where, when, by whom. */
export interface Dateline {
  /** As written, such as `KCNA`. */
  readonly agency: string;
  /** `YYYY-MM-DD`, only where the line has its year; never guessed. */
  readonly day?: string;
}

const agencies = 'KCNA|조선중앙통신|Xinhua|新华社|TASS|ТАСС|Yonhap';
const english = new RegExp(
  `^["“]?\\p{Lu}[\\p{L} .'’-]{1,60}, (?<when>\\p{L}+\\.? \\d{1,2}(?:,? (?:Juche ?\\d+ ?(?:\\(\\d{4}\\))?|\\d{4}))?),? \\((?<agency>${agencies})\\)`,
  'u',
);
const korean = new RegExp(
  `^\\([\\p{L} ]{1,20} (?<when>(?:\\S+년 ?)?\\d{1,2}월 ?\\d{1,2}일) ?발 ?(?<agency>${agencies})\\)`,
  'u',
);
const russian = new RegExp(`^[\\p{Lu} -]{2,40}, [^()]{3,30} \\((?<agency>${agencies})\\)`, 'u');

/** Reads the dateline that `line` begins with, or null. */
export function readDateline(line: string): Dateline | null {
  const plain = line.slice(0, 200).replace(/\s+/g, ' ').trim().normalize('NFC');
  for (const pattern of [english, korean, russian]) {
    const groups = pattern.exec(plain)?.groups;
    if (groups?.agency === undefined) continue;
    const day = readDay(groups.when ?? '');
    return { agency: groups.agency, ...(day === null ? {} : { day }) };
  }
  return null;
}
