import type { ArticleFacts } from '../article-codec';
import { detectLanguage } from './language';
import { edgeLinesOf } from './lines';
import { findOutlet } from './outlet';
import { findPublication } from './publication';
import { findTitle } from './title';

/** What a plain text says of itself in its first and last lines. Anything that is not plain is left out. */
export function factsOfText(text: string): ArticleFacts {
  const lines = edgeLinesOf(text);
  const title = findTitle(lines);
  const outlet = findOutlet(lines);
  const language = detectLanguage(text);
  const published = findPublication(lines);
  return {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(published === undefined ? {} : { published }),
  };
}
