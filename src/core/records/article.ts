import { articleMediaTypes } from '../formats';
import { type RecordDefinition, unchanged } from './definition';
import {
  about,
  choice,
  count,
  day,
  id,
  object,
  optional,
  ordinal,
  sha256,
  text,
  time,
} from './shape';

/** Every status that a person can set, in the order of the work. */
const workStatus = about(
  choice('in-work', 'done'),
  'How far the analyst has got, where a person said so',
);

/** An article, without its text, which is stored once under `textHash` and never changes. */
export const articleDefinition = {
  prefix: 'art',
  version: 2,
  upgrades: [unchanged],
  /** What does not count: which record it is, its text and file, and when it came here. */
  comparison: { uncounted: ['id', 'source', 'textHash', 'textLength', 'importedAt'], parts: [] },
  fields: {
    id: id('art'),
    title: text,
    outlet: optional(text),
    language: optional(about(text, 'BCP 47')),
    /** The day it came out, and how that is known: a header line or metadata, the dateline, the file, or a person. */
    published: optional(object({ date: day, basis: choice('header', 'dateline', 'file', 'user') })),
    url: optional(text),
    /** Facts of the file that it was read from. */
    source: object({
      fileName: text,
      mediaType: choice(...articleMediaTypes),
      encoding: about(text, 'WHATWG encoding name in lower case'),
      byteLength: count,
      sha256: about(sha256, 'SHA-256 of the bytes of the file'),
      /** What made the text of the file; it is not known of articles from before version 2, and of imported ones. */
      extractor: optional(object({ name: text, version: ordinal })),
    }),
    textHash: about(sha256, 'SHA-256 of the UTF-8 of text'),
    /** In UTF-16 code units. */
    textLength: count,
    importedAt: time,
    /** Absent for an article that nobody has marked. */
    status: optional(workStatus),
    note: optional(about(text, 'What the analyst notes on the article as a whole')),
  },
} as const satisfies RecordDefinition;
