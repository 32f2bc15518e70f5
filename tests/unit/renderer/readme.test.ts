import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/renderer/app/commands';
import { formatChord } from '../../../src/renderer/app/keys';
import { en } from '../../../src/renderer/i18n/en';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

describe("the README's key sheet", () => {
  it('is the one of the command table', () => {
    const sheet = readme.split('## Keys')[1]?.split('##')[0] ?? '';
    const rows = sheet.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
    expect(rows).toEqual(
      commands
        .filter(({ keys }) => keys)
        .map(({ id, keys = [] }) => {
          const written = keys.map((key) => `\`${formatChord(key, false)}\``).join(', ');
          return `| ${en.commands[id]} | ${written} |`;
        }),
    );
  });
});

describe('the command table', () => {
  it('has a label for every command and no command twice', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(Object.keys(en.commands).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives no key to two commands that could both be meant', () => {
    const keys = commands.flatMap(({ keys: chords = [] }) => chords);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
