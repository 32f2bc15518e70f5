import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { callDesktop } from '../../src/main/desktop/dispatch';
import { chunkBytes, desktopMethods } from '../../src/preload/contract';
import { testDesktop } from './support/desktop';

const id = 'a'.repeat(32);
const sha256 = '0'.repeat(64);
const piece = { first: 1, last: 1, index: 0, isEnd: true, bytes: new Uint8Array(1) };
const half = { ...piece, bytes: new Uint8Array(chunkBytes / 2) };
const snapshot = { seq: 1, at: '2025-01-15T09:00:00.000Z', byteLength: 0, sha256 };
const refused = { ok: false, error: { code: 'refused' } };

describe('a call by name that the contract does not allow', () => {
  const cases: readonly { readonly name: string; readonly call: [string, ...unknown[]] }[] = [
    { name: 'no such method', call: ['readFile', '/etc/passwd'] },
    { name: 'an inherited name', call: ['constructor'] },
    { name: 'a prototype’s name', call: ['__proto__'] },
    { name: 'an argument too many', call: ['describe', 1] },
    { name: 'an argument missing', call: ['beginRead'] },
    { name: 'a path for a token', call: ['beginRead', '/etc/passwd'] },
    { name: 'an object for a token', call: ['beginRead', { toString: () => id }] },
    { name: 'a number for a session', call: ['readChunk', 1] },
    { name: 'a save without a name', call: ['beginSave', {}] },
    { name: 'an empty name', call: ['beginSave', { suggestedName: '' }] },
    { name: 'an unknown field', call: ['beginSave', { suggestedName: 'a', path: '/tmp/a' }] },
    { name: 'text for bytes', call: ['writeChunk', id, 'bytes'] },
    { name: 'an array for bytes', call: ['writeChunk', id, [1, 2]] },
    { name: 'too many bytes', call: ['writeChunk', id, new Uint8Array(chunkBytes + 1)] },
    { name: 'a short digest', call: ['commitSave', id, { byteLength: 1, sha256: 'ab' }] },
    { name: 'capital digits', call: ['commitSave', id, { byteLength: 1, sha256: 'A'.repeat(64) }] },
    { name: 'a negative length', call: ['commitSave', id, { byteLength: -1, sha256 }] },
    { name: 'half a byte', call: ['commitSave', id, { byteLength: 0.5, sha256 }] },
    { name: 'a lineage with a path in it', call: ['appendJournal', 'lin_../a', []] },
    { name: 'a lineage without its prefix', call: ['appendJournal', 'first', []] },
    { name: 'no pieces', call: ['appendJournal', 'lin_first', null] },
    {
      name: 'an entry before the first',
      call: ['appendJournal', 'lin_first', [{ ...piece, first: 0 }]],
    },
    { name: 'half an entry', call: ['appendJournal', 'lin_first', [{ ...piece, last: 1.5 }]] },
    { name: 'a negative index', call: ['appendJournal', 'lin_first', [{ ...piece, index: -1 }]] },
    { name: 'a piece of text', call: ['appendJournal', 'lin_first', [{ ...piece, bytes: 'act' }]] },
    { name: 'pieces over a chunk', call: ['appendJournal', 'lin_first', [half, half, piece]] },
    {
      name: 'a place before the beginning',
      call: ['readJournal', 'lin_first', { after: -1, skip: 0 }],
    },
    { name: 'a place without a count', call: ['readJournal', 'lin_first', { after: 0 }] },
    { name: 'a text by its path', call: ['beginBackupSave', { kind: 'text', sha256: '../../a' }] },
    { name: 'a snapshot of no store', call: ['beginBackupSave', { kind: 'snapshot' }] },
    {
      name: 'an unknown part',
      call: ['beginBackupSave', { kind: 'journal', lineage: 'lin_first' }],
    },
    {
      name: 'a time without milliseconds',
      call: ['commitSnapshot', id, { ...snapshot, at: '2025-01-15T09:00:00Z' }],
    },
    { name: 'a time with a path', call: ['commitSnapshot', id, { ...snapshot, at: '../2025' }] },
    {
      name: 'a snapshot without an entry',
      call: ['commitSnapshot', id, { byteLength: 0, sha256 }],
    },
    {
      name: 'a snapshot without its hash',
      call: ['beginBackupRead', { kind: 'snapshot', lineage: 'lin_first' }],
    },
    { name: 'no word on what is unwritten', call: ['setUnwritten'] },
    { name: 'an argument to closing', call: ['closeNow', true] },
    { name: 'an empty name of what is opened', call: ['setOpening', ''] },
    { name: 'an unknown menu entry', call: ['setMenu', [{ label: 'File', entries: [{}] }]] },
    {
      name: 'an access key that is no letter',
      call: ['setMenu', [{ label: 'File', accessKey: '&', entries: [] }]],
    },
    { name: 'an unknown theme', call: ['setTheme', 'red'] },
    {
      name: 'an unknown role',
      call: [
        'setMenu',
        [{ label: 'View', entries: [{ kind: 'role', label: 'x', role: 'toggleDevTools' }] }],
      ],
    },
  ];
  it.each(cases)('is refused: $name', async ({ call: [method, ...args] }) => {
    const { desktop } = await testDesktop();
    expect(await callDesktop(desktop, method, args)).toEqual(refused);
  });
});

describe('a call by name that the contract allows', () => {
  const menu = [
    {
      label: 'File',
      accessKey: 'F',
      entries: [
        {
          kind: 'command',
          commandId: 'open',
          label: 'Open…',
          accelerator: 'Ctrl+O',
          enabled: true,
        },
        { kind: 'separator' },
        { kind: 'command', commandId: 'export', label: 'Export…', enabled: false },
        { kind: 'role', role: 'quit', label: 'Quit' },
      ],
    },
  ];
  const cases: readonly {
    readonly call: [string, ...unknown[]];
    readonly result: Readonly<Record<string, unknown>>;
  }[] = [
    { call: ['describe'], result: { ok: true, value: { shell: 'loopback' } } },
    { call: ['openFiles'], result: { ok: false, error: { code: 'cancelled' } } },
    { call: ['listRecentFiles'], result: { ok: true, value: [] } },
    { call: ['forgetRecentFiles'], result: { ok: true, value: null } },
    { call: ['beginRead', id], result: { ok: false, error: { code: 'stale' } } },
    { call: ['readChunk', id], result: { ok: false, error: { code: 'stale' } } },
    { call: ['abortRead', id], result: { ok: false, error: { code: 'stale' } } },
    { call: ['beginSave', { suggestedName: 'a.json' }], result: { ok: true } },
    {
      call: ['writeChunk', id, new Uint8Array(chunkBytes)],
      result: { ok: false, error: { code: 'stale' } },
    },
    {
      call: ['commitSave', id, { byteLength: 0, sha256 }],
      result: { ok: false, error: { code: 'stale' } },
    },
    { call: ['abortSave', id], result: { ok: false, error: { code: 'stale' } } },
    { call: ['describeBackup'], result: { ok: true, value: { lineages: [] } } },
    { call: ['appendJournal', 'lin_first', [piece]], result: { ok: true, value: 'written' } },
    { call: ['readJournal', 'lin_first', { after: 0, skip: 0 }], result: { ok: true, value: [] } },
    { call: ['beginBackupSave', { kind: 'text', sha256 }], result: { ok: true } },
    {
      call: ['commitSnapshot', id, snapshot],
      result: { ok: false, error: { code: 'stale' } },
    },
    {
      call: ['beginBackupRead', { kind: 'snapshot', lineage: 'lin_first', sha256 }],
      result: { ok: false, error: { code: 'missing' } },
    },
    { call: ['setUnwritten', true], result: { ok: true, value: null } },
    { call: ['closeNow'], result: { ok: true, value: null } },
    { call: ['setOpening', 'a.txt'], result: { ok: true, value: null } },
    { call: ['setMenu', menu], result: { ok: true, value: null } },
    { call: ['setTheme', 'dark'], result: { ok: true, value: null } },
    {
      call: ['nextEvent'],
      result: { ok: true, value: { kind: 'command', commandId: 'export' } },
    },
  ];
  it.each(cases)('reaches the service: $call.0', async ({ call: [method, ...args], result }) => {
    const test = await testDesktop();
    test.offerCommand('export');
    expect(await callDesktop(test.desktop, method, args)).toMatchObject(result);
  });

  it('is listed above for every method', () => {
    expect(cases.map(({ call }) => call[0])).toEqual([...desktopMethods]);
  });
});

describe('a bug in a method', () => {
  it('is logged and answered, without its words', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => logged.mockRestore());
    const { desktop } = await testDesktop();
    const bug = new TypeError('/home/analyst/secret is not a function');
    const broken = { ...desktop, describe: () => Promise.reject(bug) };
    expect(await callDesktop(broken, 'describe', [])).toEqual({
      ok: false,
      error: { code: 'system', detail: 'bug' },
    });
    expect(logged.mock.calls.flat()).toContain(bug);
  });
});
