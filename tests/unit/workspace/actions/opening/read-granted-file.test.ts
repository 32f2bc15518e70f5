import { describe, expect, it } from 'vitest';
import { readGrantedFile } from '../../../../../src/renderer/workspace/actions/opening/read-granted-file';
import { type MemoryFile, memoryDesktop, tokenOf } from '../../memory-desktop';

const fileName = 'report.txt';
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function read(file: Omit<MemoryFile, 'fileName'>) {
  const desktop = memoryDesktop([{ fileName, ...file }]);
  return { desktop, outcome: readGrantedFile(desktop, tokenOf(fileName)) };
}

describe('readGrantedFile', () => {
  const whole = [
    { name: 'an empty file', chunks: [], expected: bytes() },
    { name: 'a file of one chunk', chunks: [bytes(1, 2, 3)], expected: bytes(1, 2, 3) },
    {
      name: 'a file of several chunks of different lengths',
      chunks: [bytes(1, 2), bytes(3), bytes(4, 5, 6)],
      expected: bytes(1, 2, 3, 4, 5, 6),
    },
  ];
  it.each(whole)('reads $name whole and in order', async ({ chunks, expected }) => {
    const { desktop, outcome } = read({ chunks });
    expect(await outcome).toEqual({ ok: true, value: expected });
    expect(desktop.calls).not.toContain('abort');
  });

  it('says so when the file became shorter', async () => {
    const { outcome } = read({ byteLength: 5, chunks: [bytes(1, 2)] });
    expect(await outcome).toEqual({
      ok: false,
      error: { code: 'changed-while-reading', fileName },
    });
  });

  it('says so when the file became longer, and ends the session', async () => {
    const { desktop, outcome } = read({ byteLength: 3, chunks: [bytes(1, 2), bytes(3, 4)] });
    expect(await outcome).toEqual({
      ok: false,
      error: { code: 'changed-while-reading', fileName },
    });
    expect(desktop.calls).toEqual([`begin ${fileName}`, 'chunk', 'chunk', 'abort']);
  });

  it('passes on what the desktop says when a chunk fails', async () => {
    const failure = { code: 'system', fileName, detail: 'EIO' } as const;
    const { outcome } = read({ byteLength: 4, chunks: [bytes(1)], failure });
    expect(await outcome).toEqual({ ok: false, error: failure });
  });

  it('passes on what the desktop says of a token it does not know', async () => {
    expect(await readGrantedFile(memoryDesktop([]), tokenOf('gone.txt'))).toEqual({
      ok: false,
      error: { code: 'stale' },
    });
  });

  it('asks for the next chunk only when the last has come', async () => {
    const { desktop, outcome } = read({ chunks: [bytes(1), bytes(2)] });
    await outcome;
    expect(desktop.calls).toEqual([`begin ${fileName}`, 'chunk', 'chunk', 'chunk']);
  });
});
