/**
 * Small articles of what goes wrong in texts: CRLF and lone CR, decomposed hangul, emoji with joiners, combining marks,
 * right-to-left words, blanks of every width, blank lines, and words that stand in several of them.
 */
export const nastyTexts: Readonly<Record<string, string>> = {
  'quay.txt':
    'A new quay\r\n\r\nThe Namgang\u00a0Shipyard 👩🏽‍🏭👨‍👩‍👧‍👦 opened a quay on 14 March 2025.\r\n' +
    '\r\n \t \r\nNamgang Shipyard, the Namgang\r\nShipyard and the Cafe\u0301 Works\u200b plan a dock for 2026 🇰🇵🇰🇷.\r\n',
  'quarry.txt':
    '운산채석장에서는 2025년 4월 2일 새 기계를 들여놓았다.\n\n' +
    `${'운산채석장은 올해 계획을 넘쳐 수행하였다.'.normalize('NFD')}\n\n\n` +
    'Unsan Quarry (운산채석장) sent stone to Namgang Shipyard.',
  'port.txt':
    '\ufeff\u2003\nמיפעל נמגנג \u200fopened\u200e in March 2025; مصنع نمغانغ\u202b too.\r' +
    'x\u0300\u0301\u0302 𝒩amgang \u00ad\u2060Shipyard…  ' +
    'The Cafe\u0301 Works\u3000met the plan.',
};
