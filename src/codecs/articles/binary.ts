/** First bytes of formats that are not articles yet, or never; `?` stands for any byte. */
const signatures: readonly { readonly what: string; readonly starts: string }[] = [
  { what: 'PDF', starts: '%PDF-' },
  { what: 'ZIP or Office', starts: 'PK\x03\x04' },
  { what: 'ZIP or Office', starts: 'PK\x05\x06' },
  { what: 'old Office', starts: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { what: 'RTF', starts: '{\\rtf' },
  { what: 'PNG image', starts: '\x89PNG\r\n\x1a\n' },
  { what: 'JPEG image', starts: '\xff\xd8\xff' },
  { what: 'GIF image', starts: 'GIF87a' },
  { what: 'GIF image', starts: 'GIF89a' },
  { what: 'WebP image', starts: 'RIFF????WEBP' },
  { what: 'TIFF image', starts: 'II*\x00' },
  { what: 'TIFF image', starts: 'MM\x00*' },
  { what: 'gzip archive', starts: '\x1f\x8b\x08' },
  { what: '7-Zip archive', starts: "7z\xbc\xaf'\x1c" },
  { what: 'RAR archive', starts: 'Rar!\x1a\x07' },
  { what: 'program', starts: '\x7fELF' },
  { what: 'SQLite database', starts: 'SQLite format 3\x00' },
];

/**
 * The name of the format whose signature `bytes` begin with, or null. It also names formats written in text that only
 * another program can show: RTF and saved web archives (MHTML, RFC 2557).
 */
export function recogniseBinary(bytes: Uint8Array): string | null {
  const found = signatures.find(({ starts }) => startsWith(bytes, starts));
  if (found) return found.what;
  return isWebArchive(bytes) ? 'MHTML' : null;
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let index = 0; index < signature.length; index += 1) {
    if (signature[index] !== '?' && bytes[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

/** Whether the head of the file is that of a MIME message of several related parts. */
function isWebArchive(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 2048)).split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^mime-version:/im.test(head) && /^content-type:\s*multipart\/related/im.test(head);
}
