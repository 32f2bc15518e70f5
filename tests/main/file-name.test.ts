import { describe, expect, it } from 'vitest';
import { plainFileName, splitFileName } from '../../src/main/desktop/file-name';

describe('a plain file name', () => {
  it.each([
    { name: 'stays as it is', from: 'export.json', to: 'export.json' },
    { name: 'keeps hangul and spaces', from: '새해 사설 2025.json', to: '새해 사설 2025.json' },
    { name: 'is never a path', from: '../../etc/passwd', to: '..-..-etc-passwd' },
    { name: 'nor one of Windows', from: 'C:\\a\\b.json', to: 'C--a-b.json' },
    { name: 'is not a folder’s own name', from: '..', to: 'export' },
    { name: 'holds nothing Windows forbids', from: 'What "next"?.json', to: 'What -next--.json' },
    { name: 'holds no control characters', from: 'a\0b\nc.json', to: 'a-b-c.json' },
    { name: 'has no space around it', from: '  a.json  ', to: 'a.json' },
    { name: 'has no dot at its end', from: 'Plan…. ', to: 'Plan…' },
    { name: 'is no device', from: 'con.json', to: '_con.json' },
    { name: 'may begin like a device', from: 'console.json', to: 'console.json' },
    { name: 'is something', from: '   ', to: 'export' },
    { name: 'holds no half of a pair', from: 'a\ud83d.json', to: 'a\ufffd.json' },
    {
      name: 'is cut before its extension',
      from: `${'a'.repeat(300)}.json`,
      to: `${'a'.repeat(195)}.json`,
    },
    {
      name: 'is cut between characters',
      from: `${'가'.repeat(100)}.json`,
      to: `${'가'.repeat(65)}.json`,
    },
    {
      name: 'is cut if all of it is extension',
      from: `a.${'b'.repeat(300)}`,
      to: `a.${'b'.repeat(198)}`,
    },
  ])('$name', ({ from, to }) => {
    expect(plainFileName(from)).toBe(to);
  });

  it.each([
    ['a.json', 'a', '.json'],
    ['a.b.json', 'a.b', '.json'],
    ['a', 'a', ''],
    ['.hidden', '.hidden', ''],
  ])('%s is %s and %s', (whole, stem, extension) => {
    expect(splitFileName(whole)).toEqual({ stem, extension });
  });
});
