import type { Catalogue } from '../en';
import { quoted } from '../foreign-words';

/** What is wrong with a value typed for a date. */
export const edtfErrors = {
  empty: () => '2025-01-15처럼 날짜를 쓰십시오.',
  'not-edtf': (piece) =>
    piece === null
      ? '끝에 빠진 것이 있습니다. 2025, 2025-01, 2025-01-15, 2025-01-02/2025-01-05처럼 쓰십시오.'
      : `${quoted(piece)} 부분은 날짜가 아닙니다. 2025, 2025-01, 2025-01-15, 2025-01-02/2025-01-05처럼 쓰십시오.`,
  'has-time': () => '시각은 빼십시오.',
  unsupported: {
    set: '날짜 묶음은 쓰지 않습니다. 날짜 하나나 2024-01/2024-06 같은 기간을 쓰십시오.',
    'qualified-part': '?와 ~는 날짜 맨 끝에 쓰십시오.',
    'qualified-unspecified': 'X와 ?, ~를 한 날짜에 함께 쓰지 마십시오.',
    'qualified-season': '계절 뒤에는 ?와 ~를 쓰지 마십시오.',
    'qualified-long-year': '긴 연도 뒤에는 ?와 ~를 쓰지 마십시오.',
    'unspecified-year': '연도의 X는 201X처럼 마지막 자리에만 씁니다.',
    'sub-year': '분기나 반년은 2024-01/2024-03처럼 기간으로 쓰십시오.',
    exponent: '연도를 줄이지 말고 쓰십시오.',
    'very-long-year': '연도의 자릿수가 너무 많습니다.',
    'season-in-interval': '기간은 2024-03/2024-05처럼 달로 쓰십시오.',
    'long-year-in-interval': '기간에는 네 자리 연도를 쓰십시오.',
  },
  'no-such-year': (year) => `${year}년은 없습니다.`,
  'no-such-month': (month) => `${month}월은 없습니다. 달은 01부터 12까지입니다.`,
  'no-such-day': (month, day) => `그해 ${Number(month)}월에는 ${Number(day)}일이 없습니다.`,
  'interval-without-date': () => '기간에는 적어도 한쪽 끝에 날짜가 있어야 합니다.',
  'interval-backwards': () => '기간의 끝이 시작보다 앞섭니다.',
} satisfies Catalogue['edtfErrors'];

/** What is odd about words that have the shape of a date. */
export const dateWarnings = {
  jucheDisagrees: (juche, year) =>
    `주체 ${juche}년은 ${juche + 1911}년인데 원문에는 ${year}년으로 되어 있습니다. 둘 중 하나가 틀렸습니다.`,
  noSuchMonth: (month) => `원문의 ${month}월은 없는 달입니다.`,
  noSuchDay: (month, day) => `원문의 ${month}월 ${day}일은 없는 날입니다.`,
} satisfies Catalogue['dateWarnings'];
