import { type ArticleMediaType, articleFormats, articleMediaTypes } from '../../core/formats';
import { err, ok, type Result } from '../../core/result';
import { hasEnding } from '../file-ending';
import { hashBytes, hashText } from '../hash';
import {
  type ArticleCodec,
  type ArticleFile,
  type DecodedArticle,
  type DecodeError,
  maxArticleBytes,
} from './article-codec';
import { recogniseBinary } from './binary';
import { htmlCodec } from './html-codec';
import { markdownCodec } from './markdown-codec';
import { plainTextCodec } from './plain-text-codec';

/** What reads each format of articles. */
export const articleCodecs: Readonly<Record<ArticleMediaType, ArticleCodec>> = {
  'text/plain': plainTextCodec,
  'text/markdown': markdownCodec,
  'text/html': htmlCodec,
};

/** Every format that claims files as its own; plain text takes what is left. */
const claimingTypes = articleMediaTypes.filter((type) => type !== 'text/plain');

/**
 * Reads one file as an article. Decoding is strict: bytes that are not text in the file's encoding are an error,
 * never replaced. Nothing in the file is executed or fetched.
 */
export async function decodeArticle(
  file: ArticleFile,
): Promise<Result<DecodedArticle, DecodeError>> {
  const { bytes } = file;
  if (bytes.length === 0) return err({ code: 'empty' });
  if (bytes.length > maxArticleBytes)
    return err({ code: 'too-large', byteLength: bytes.length, limit: maxArticleBytes });
  const binary = recogniseBinary(bytes);
  if (binary !== null) return err({ code: 'binary', what: binary });

  const mediaType = mediaTypeOf(file);
  const codec = articleCodecs[mediaType];
  const extracted = await codec.decode(file);
  if (!extracted.ok) return extracted;
  const { text, encoding, facts } = extracted.value;
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(text)) return err({ code: 'blank' });

  return ok({
    ...facts,
    text,
    title: facts.title ?? titleOfFileName(file.fileName),
    source: {
      fileName: file.fileName,
      mediaType,
      encoding,
      byteLength: bytes.length,
      sha256: hashBytes(bytes),
      extractor: codec.extractor,
    },
    textHash: hashText(text),
    textLength: text.length,
  });
}

/** The format that a file is read as: by the ending of its name, else by its first bytes. */
function mediaTypeOf({ fileName, bytes }: ArticleFile): ArticleMediaType {
  return (
    claimingTypes.find((type) => hasEnding(fileName, articleFormats[type])) ??
    claimingTypes.find((type) => articleCodecs[type].recognises?.(bytes)) ??
    'text/plain'
  );
}

/** The file name without its ending, in composed form (macOS hands out decomposed hangul). */
function titleOfFileName(fileName: string): string {
  const title = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .trim();
  return title === '' ? fileName : title;
}
