// What Node 18 lacks beside the language.
const zlib = require('node:zlib');

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let remainder = index;
  for (let bit = 0; bit < 8; bit += 1)
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** As Node's own of 20.15: the CRC-32 of `data`, going on from `value`. */
zlib.crc32 ??= (data, value = 0) => {
  let rest = ~value;
  for (const byte of typeof data === 'string' ? Buffer.from(data) : data)
    rest = table[(rest ^ byte) & 255] ^ (rest >>> 8);
  return ~rest >>> 0;
};
