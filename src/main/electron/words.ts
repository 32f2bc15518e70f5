/** What main itself says to the person, when the page cannot. */
export interface MainWords {
  readonly notAnswering: string;
  readonly notAnsweringDetail: string;
  readonly wait: string;
  readonly closeAnyway: string;
}

const english: MainWords = {
  notAnswering: 'Dateline does not answer',
  notAnsweringDetail:
    'Your last edit may not be on the disk yet. Everything that was saved before is safe. If you wait, the window stays open until it has been written.',
  wait: 'Wait',
  closeAnyway: 'Close anyway',
};

const korean: MainWords = {
  notAnswering: 'Dateline이 응답하지 않습니다',
  notAnsweringDetail:
    '마지막 편집이 아직 디스크에 저장되지 않았을 수 있습니다. 앞서 저장된 것은 모두 안전합니다. 기다리면 저장이 끝날 때까지 창이 열려 있습니다.',
  wait: '기다리기',
  closeAnyway: '그래도 닫기',
};

/** In the first of `languages`, BCP 47 from most to least preferred, that there are words in; else in English. */
export function wordsIn(languages: readonly string[]): MainWords {
  const known = languages.find((language) => /^(?:en|ko)(?:[-_]|$)/i.test(language));
  return known?.toLowerCase().startsWith('ko') ? korean : english;
}
