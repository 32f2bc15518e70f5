import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CommandPalette } from '../../../../src/renderer/panels/commands/CommandPalette';
import {
  type ListedCommand,
  matchCommands,
} from '../../../../src/renderer/panels/commands/match-commands';
import { eventually } from '../../../support/eventually';
import { show } from '../show';

function command(id: string, label: string, more: Partial<ListedCommand> = {}): ListedCommand {
  return { id, label, enabled: true, ...more };
}

const commands = [
  command('file.open', 'Open files…', { group: 'File', shortcut: 'Ctrl+O' }),
  command('file.export', 'Export…', { group: 'File' }),
  command('tag.enterprise', 'Tag as enterprise', { group: 'Tag', shortcut: '1' }),
  command('tag.date', 'Tag as date', { group: 'Tag', shortcut: '3' }),
  command('view.theme.dark', 'Dark theme', { group: 'View' }),
  command('edit.redo', 'Redo', { group: 'Edit', enabled: false }),
  command('annotation.acceptProposal', 'Accept the proposed date', { group: 'Tag' }),
  command('find.next', '다음 찾기', { group: '편집' }),
];

describe('matchCommands', () => {
  it.each([
    { query: '', first: 'file.open', count: 8 },
    { query: 'dark', first: 'view.theme.dark', count: 1 },
    { query: 'tad', first: 'tag.date', count: 2 },
    { query: 'TAG ent', first: 'tag.enterprise', count: 1 },
    { query: 'exp', first: 'file.export', count: 1 },
    { query: 'd', first: 'view.theme.dark', count: 4 },
    { query: 'view dark', first: 'view.theme.dark', count: 1 },
    { query: '찾기', first: 'find.next', count: 1 },
    { query: 'zzz', first: undefined, count: 0 },
  ])('‘$query’ finds $count, $first first', ({ query, first, count }) => {
    const found = matchCommands(commands, query);
    expect(found).toHaveLength(count);
    expect(found[0]?.id).toBe(first);
  });

  it('puts what is not available last', () => {
    expect(matchCommands(commands, 'd').at(-1)?.id).toBe('edit.redo');
  });
});

function Opened({ onRun }: { readonly onRun: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open it
      </button>
      <CommandPalette
        open={open}
        onClose={() => setOpen(false)}
        commands={commands}
        onRun={onRun}
      />
    </>
  );
}

const field = () => page.getByRole('combobox', { name: 'Type a command' });

describe('CommandPalette', () => {
  it('runs the best match with Enter, once it has closed and the focus is back', async () => {
    let focused: Element | null = null;
    const onRun = vi.fn(() => {
      focused = document.activeElement;
    });
    await show(<Opened onRun={onRun} />);
    const button = page.getByRole('button', { name: 'open it' });
    await button.click();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('dark{Enter}');
    await eventually(() => expect(onRun).toHaveBeenCalledWith('view.theme.dark'));
    expect(onRun).toHaveBeenCalledTimes(1);
    expect(focused).toBe(button.element());
    await expect.element(field()).not.toBeInTheDocument();
  });

  it('moves with the arrow keys, and names the active one', async () => {
    const onRun = vi.fn();
    await show(<Opened onRun={onRun} />);
    await page.getByRole('button', { name: 'open it' }).click();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    const active = page.getByRole('option', { selected: true });
    await expect.element(active).toMatchTextContent('Export…');
    expect(field().element().getAttribute('aria-activedescendant')).toBe(active.element().id);
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(onRun).toHaveBeenCalledWith('file.export'));
  });

  it('does not run what is not available', async () => {
    const onRun = vi.fn();
    await show(<Opened onRun={onRun} />);
    await page.getByRole('button', { name: 'open it' }).click();
    await field().fill('redo');
    await userEvent.keyboard('{Enter}');
    await expect.element(field()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).not.toBeInTheDocument();
    expect(onRun).not.toHaveBeenCalled();
  });

  it('says so when nothing matches', async () => {
    await show(<Opened onRun={vi.fn()} />);
    await page.getByRole('button', { name: 'open it' }).click();
    await field().fill('zzz');
    await expect
      .element(page.getByText('No command matches. Try other words.').last())
      .toBeVisible();
  });
});
