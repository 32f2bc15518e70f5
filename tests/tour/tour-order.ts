import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WantedTag } from '../support/app/dateline-page';

/** What the tour was asked to do. */
export interface TourOrder {
  readonly articlePath: string;
  readonly tags: readonly WantedTag[];
  /** Where the export and the screenshots go. */
  readonly folder: string;
}

/** Reads the order from the environment, as `scripts/tour.mjs` writes it. Throws when it is none. */
export async function readOrder(): Promise<TourOrder> {
  return {
    articlePath: fromEnvironment('DATELINE_TOUR_ARTICLE'),
    tags: await readTags(fromEnvironment('DATELINE_TOUR_TAGS')),
    folder: fromEnvironment('DATELINE_TOUR_OUT'),
  };
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tour by npm run tour`);
  return value;
}

function isTag(tag: unknown): tag is WantedTag {
  return (
    typeof tag === 'object' &&
    tag !== null &&
    'quote' in tag &&
    typeof tag.quote === 'string' &&
    'kind' in tag &&
    ['enterprise', 'claim', 'date'].includes(String(tag.kind))
  );
}

async function readTags(path: string): Promise<readonly WantedTag[]> {
  const tags: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(tags) || tags.length === 0 || !tags.every(isTag))
    throw new Error(`${basename(path)} is no list of {"quote", "kind", "occurrence"}`);
  return tags;
}
