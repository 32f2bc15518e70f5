/** Files of one kind, as the dialogs and file browsers of systems know them. */
export interface FileFormat {
  /** Its name in English, where a system asks for one; the window has its own words. */
  readonly label: string;
  /** Endings of file names in lower case without their dot, the usual one first. */
  readonly endings: readonly [string, ...string[]];
}

/** A format of article files. */
interface ArticleFormat extends FileFormat {
  /** Other media types by which systems know it. */
  readonly aliases: readonly string[];
}

/** A format of exports. */
interface ExportFormat extends FileFormat {
  readonly mediaType: string;
}

/**
 * The formats in which articles are read, by the media type that their records give: each has a codec in
 * `codecs/articles/decode-article.ts` and words in the catalogue. This table imports nothing, since main and the packaging
 * read it too. A new format stands last: the order is that of the choice in the published schema.
 */
export const articleFormats = {
  'text/plain': { label: 'Text', endings: ['txt', 'text'], aliases: [] },
  'text/markdown': {
    label: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd'],
    aliases: [],
  },
  'text/html': {
    label: 'Web page',
    endings: ['html', 'htm', 'xhtml', 'xht', 'shtml'],
    aliases: ['application/xhtml+xml'],
  },
} as const satisfies Readonly<Record<string, ArticleFormat>>;

/** The media type of an article's file. */
export type ArticleMediaType = keyof typeof articleFormats;

/** The media types of all formats of articles. */
export const articleMediaTypes = Object.keys(articleFormats) as readonly ArticleMediaType[];

/** The formats in which a project is exported, by their lasting names: each has an encoder in `codecs/exchange`. */
export const exportFormats = {
  /** Everything there is to know, and what is imported again. */
  dateline: { label: 'Dateline export', endings: ['json'], mediaType: 'application/json' },
} as const satisfies Readonly<Record<string, ExportFormat>>;

/** The name of a format of exports. */
export type ExportFormatName = keyof typeof exportFormats;

/** What can be opened: articles, and exports that are imported. */
export const openableFormats: readonly FileFormat[] = [
  ...Object.values(articleFormats),
  exportFormats.dateline,
];
