import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../../src/renderer/app/commands';
import { commandGroups, keysOf } from '../../../../src/renderer/app/commands/command';
import { formatChord } from '../../../../src/renderer/app/commands/keys';
import { en } from '../../../../src/renderer/i18n/en';

const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');

/** The key sheet as the README has it: a table to each group of commands that have keys. */
function writeKeySheet(): string {
  return commandGroups
    .map((group) => {
      const rows = commands
        .filter((command) => command.group === group && command.keys)
        .map(({ id, keys = [] }) => {
          const written = keys.map((key) => `\`${formatChord(key, false)}\``).join(', ');
          return `| ${en.commands[id]} | ${written} |`;
        });
      return ['| ' + en.menus[group] + ' | Keys |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}

describe("the README's key sheet", () => {
  it('is the one of the command table', () => {
    const sheet = readme.split('## Keys\n')[1]?.split('\n## ')[0] ?? '';
    expect(sheet.slice(sheet.indexOf('| File')).trim()).toBe(writeKeySheet());
  });
});

describe('the command table', () => {
  it('has a label for every command and no command twice', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(Object.keys(en.commands).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets motions go on while their keys are held, and nothing that tags or changes annotations', () => {
    const repeating = commands.filter(({ repeats }) => repeats).map(({ id }) => id);
    const motions = commands.filter(({ id }) => /^caret\.(?:move|select)\./.test(id));
    expect(motions.length).toBeGreaterThan(0);
    expect(repeating).toEqual(expect.arrayContaining(motions.map(({ id }) => id)));
    const changing = commands.filter(({ group }) => group === 'tag' || group === 'file');
    expect(changing.filter(({ repeats }) => repeats)).toEqual([]);
  });

  it.each([
    { name: 'macOS', mac: true },
    { name: 'other systems', mac: false },
  ])('gives no key to two commands that could both be meant, on $name', ({ mac }) => {
    const keys = commands.flatMap((command) =>
      keysOf(command, mac).map((key) => `${command.mode ?? ''} ${key}`),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
