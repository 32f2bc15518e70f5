import type { Catalogue } from '../en';

const seasons = { spring: '봄', summer: '여름', autumn: '가을', winter: '겨울' };

/** `20,000`. */
export function numberOf(count: number): string {
  return count.toLocaleString('ko-KR');
}

/** A number with its noun and counter: `기업 14개`, `글 3편`. */
export function countOf(count: number, noun: string, counter: string): string {
  return `${noun} ${numberOf(count)}${counter}`;
}

/** A size in bytes as `812바이트`, `14kB` or `51.2MB` (powers of 1000). */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes}바이트`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}kB`;
  return `${(bytes / 1_000_000).toFixed(1)}MB`;
}

/** How dates read in Korean. */
export const dateWords = {
  day: (year, month, day) => `${yearOf(year)} ${month}월 ${day}일`,
  month: (year, month) => `${yearOf(year)} ${month}월`,
  year: (year) => yearOf(year),
  years: (first, last) => `${yearOf(first)}부터 ${yearOf(last)} 사이의 한 해`,
  season: (year, season) => `${yearOf(year)} ${seasons[season]}`,
  someMonth: (year, choice) =>
    choice === 'any' ? `${yearOf(year)} 중 한 달` : `${yearOf(year)} ${either(choice)}월`,
  someDay: (year, inMonths, days) => {
    const when = inMonths === 'any' ? '어느 달' : `${either(inMonths)}월`;
    return `${yearOf(year)} ${when} ${days === 'any' ? '어느 날' : `${either(days)}일`}`;
  },
  qualified: {
    uncertain: (date) => `${date} (불확실)`,
    approximate: (date) => `${date}경`,
    'uncertain-and-approximate': (date) => `${date}경 (불확실)`,
  },
  interval: (from, to) => `${from}부터 ${to}까지`,
  openEnd: (from) => `${from}부터 계속`,
  openStart: (to) => `${to}까지`,
  unknownEnd: (from) => `${from}부터, 끝은 알 수 없음`,
  unknownStart: (to) => `${to}까지, 시작은 알 수 없음`,
  moment: (at) =>
    `${at.getFullYear()}년 ${at.getMonth() + 1}월 ${at.getDate()}일 ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
} satisfies Catalogue['dateWords'];

/** `1·2·3`; a long row is cut to its first and last. */
function either(numbers: readonly number[]): string {
  if (numbers.length > 4) return `${numbers[0] ?? ''}~${numbers.at(-1) ?? ''}`;
  return numbers.join('·');
}

function yearOf(year: number): string {
  return year > 0 ? `${year}년` : `기원전 ${1 - year}년`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
