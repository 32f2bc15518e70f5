import { useEffect } from 'react';
import { readWords, uiLanguages } from '../i18n/catalogue';
import { lazyParts } from '../ui/lazy-part';

/** Reads what the start has left out, piece by piece while there is nothing else to do, so that nobody waits for it later. */
export function useReadAhead(): void {
  useEffect(() => {
    const left = [
      ...lazyParts.map(({ read }) => read),
      ...uiLanguages.map((language) => () => readWords(language)),
    ];
    let turn: number;
    const readNext = (): void => {
      const read = left.shift();
      // What cannot be read now is tried again, and told of, when it is asked for.
      if (read) turn = requestIdleCallback(() => void read().then(readNext, readNext));
    };
    readNext();
    return () => {
      left.length = 0;
      cancelIdleCallback(turn);
    };
  }, []);
}
