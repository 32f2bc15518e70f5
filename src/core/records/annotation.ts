import type { RecordDefinition } from './definition';
import {
  about,
  choice,
  filled,
  fragments,
  id,
  object,
  optional,
  text,
  time,
  variants,
} from './shape';

/** How far along the text says the thing claimed is, in the order in which forms list it. */
const claimStatus = {
  ...about(
    choice('planned', 'in-progress', 'completed', 'asserted', 'unknown'),
    'What the text asserts, not what anyone believes',
  ),
  initial: 'unknown',
} as const;

/** What an analyst says of some words of one article. */
export const annotationDefinition = {
  prefix: 'ann',
  version: 1,
  upgrades: [],
  /**
   * What does not count: which record it is, the quote, which follows from the fragments and the text, and the two times.
   * Where nothing but times differs, the record that is here stays as it is, times included; where something is decided
   * for the file's, its times come with it.
   */
  comparison: {
    uncounted: ['id', 'articleId', 'quote', 'createdAt', 'updatedAt'],
    parts: ['body', 'provenance'],
  },
  fields: {
    id: id('ann'),
    articleId: id('art'),
    fragments,
    /** The words annotated and up to 32 UTF-16 units on either side, as in the W3C TextQuoteSelector. */
    quote: object({
      exact: about(filled, 'The words of the spans, several joined by " … "'),
      prefix: about(text, 'Up to 32 UTF-16 units before the first span'),
      suffix: about(text, 'Up to 32 UTF-16 units after the last span'),
    }),
    /** The kinds are in the order of their keys `1` `2` `3`; their names are also the ones exported. */
    body: variants('kind', {
      /** A named enterprise. */
      enterprise: {
        /** It need not be the words tagged. */
        name: optional(about(text, 'What the enterprise should go by')),
      },
      /** A clause that claims something of an enterprise. */
      claim: { status: claimStatus },
      /** Words that name a time. */
      date: {
        edtf: optional(about(text, 'ISO 8601-2:2019 level 1, and X inside month or day')),
        /** How it got its value: typed by a person, or by a named rule whose proposal a person accepted. */
        basis: optional(variants('by', { hand: {}, rule: { rule: text } })),
      },
    }),
    /** Who made it, and how. An empty `coder` is one who gave no name. */
    provenance: object({
      coder: text,
      origin: choice('hand', 'suggestion', 'import'),
      /** Which rule suggested it, when one did. */
      rule: optional(text),
    }),
    createdAt: time,
    updatedAt: time,
    note: optional(text),
  },
} as const satisfies RecordDefinition;
