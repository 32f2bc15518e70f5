import { getEncoding } from 'encoding-sniffer/sniffer';
import { err, ok } from '../../core/result';
import type { ArticleCodec } from './article-codec';
import { decodeBytes } from './charset/decode-bytes';
import { factsOfText } from './facts/facts';
import { collectPageFacts } from './html/page-facts';
import { parsePage } from './html/parse-page';
import { textOfPage } from './html/text-of-page';

/** How far into a page its charset is looked for; browsers go beyond the standard's 1024 bytes too. */
const charsetBytes = 16 * 1024;

/**
 * A page as paragraphs of plain text. The tree is built by the WHATWG rules and only walked: no script runs, nothing
 * is fetched, no style sheet is applied. Of what a browser shows, menus and the readings of `ruby` are left out (see
 * `findLeftOut`), and what a page says to browsers without scripts (`noscript`) is not read.
 */
export const htmlCodec: ArticleCodec = {
  extractor: { name: 'html', version: 1 },
  recognises: beginsAsPage,
  async decode({ bytes }) {
    const decoded = decodeBytes(bytes, (undecoded) =>
      getEncoding(undecoded, { maxBytes: charsetBytes, defaultEncoding: 'utf-8' }),
    );
    if (!decoded.ok) return decoded;
    const facts = collectPageFacts();
    const page = parsePage(decoded.value.text);
    if (page === null) return err({ code: 'unreadable' });
    const text = textOfPage(page, facts.note);
    return ok({
      text,
      encoding: decoded.value.encoding,
      facts: facts.conclude(factsOfText(text)),
    });
  },
};

/** Whether a file begins with a doctype or an `<html>` tag. */
function beginsAsPage(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes.subarray(0, 1024)) {
    // Without the NULs of UTF-16 and the byte-order marks, the tags of every encoding read the same.
    if (byte !== 0 && byte < 0x80) head += String.fromCharCode(byte);
  }
  return /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(
    head,
  );
}
