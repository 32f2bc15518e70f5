import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { MenuBar } from '../../../../src/renderer/panels/commands/MenuBar';
import { show } from '../show';

describe('the menu bar', () => {
  it('runs an entry with the keys, and not one that is not available', async () => {
    const onCommand = vi.fn();
    await show(
      <MenuBar
        onCommand={onCommand}
        groups={[
          {
            label: 'Edit',
            entries: [
              {
                kind: 'command',
                id: 'edit.undo',
                label: 'Undo',
                shortcut: 'Ctrl+Z',
                enabled: true,
              },
              { kind: 'command', id: 'edit.redo', label: 'Redo', enabled: false },
              { kind: 'separator' },
              {
                kind: 'command',
                id: 'view.theme.dark',
                label: 'Dark',
                enabled: true,
                checked: true,
              },
            ],
          },
        ]}
      />,
    );
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expect
      .element(page.getByRole('menuitem', { name: 'Redo' }))
      .toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(page.getByRole('menuitemcheckbox', { name: 'Dark' }))
      .toHaveAttribute('aria-checked', 'true');
    await page.getByRole('menuitem', { name: 'Undo' }).click();
    expect(onCommand).toHaveBeenCalledWith('edit.undo');
    await expect.element(page.getByRole('menuitem', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
