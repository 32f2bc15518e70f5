import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { annotate } from '../../../../src/core/annotation/edits';
import type { ShellInfo } from '../../../../src/preload/contract';
import { useCloseGuard } from '../../../../src/renderer/app/saving/use-close-guard';
import { useTitle } from '../../../../src/renderer/app/saving/use-title';
import { ClosingDialog } from '../../../../src/renderer/panels/saving/ClosingDialog';
import { TextField } from '../../../../src/renderer/ui/TextField';
import { show } from '../../panels/show';
import { deleteDatabase, hash, openArticle, text, works } from '../../storage/open-store';
import { type OpenWorkspace, openWorkspace } from './open-workspace';

const name = 'close-guard-test';
let workspace: OpenWorkspace;

beforeEach(async () => {
  workspace = await openWorkspace(name);
  await workspace.store.apply(openArticle, [{ hash, text }]);
});

afterEach(async () => {
  vi.restoreAllMocks();
  workspace.database.close();
  await deleteDatabase(name);
});

/** A window with one field, whose text is an edit of the article; `?` cannot be stored. */
function GuardedWindow({ shell }: Pick<ShellInfo, 'shell'>) {
  const guard = useCloseGuard(workspace, { shell } as ShellInfo);
  const title = useTitle(workspace, 'Steel');
  return (
    <>
      <output>{title}</output>
      <TextField
        label="Outlet"
        value=""
        accepts={(typed) => typed !== '?'}
        onCommit={() => void workspace.store.apply(annotate(works))}
      />
      <button type="button" onClick={guard.closeAsked}>
        Close the window
      </button>
      <ClosingDialog
        unwritten={guard.unwritten}
        onTryAgain={guard.tryAgain}
        onExport={guard.keepOpen}
        onCloseAnyway={guard.closeAnyway}
        onKeepOpen={guard.keepOpen}
      />
    </>
  );
}

const field = page.getByRole('textbox', { name: 'Outlet' });

/** The title of the window. */
const title = (): string => page.getByRole('status').element().textContent;

/** As main asks: the focus stays where it is. */
function askToClose(): void {
  const button = page.getByRole('button', { name: 'Close the window' }).element();
  if (button instanceof HTMLElement) button.click();
}

function fillDisk(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  });
}

describe('what main is told', () => {
  it('is that nothing is unwritten, then an edit while it is on its way', async () => {
    await show(<GuardedWindow shell="electron" />);
    await workspace.store.apply(annotate(works));
    expect(workspace.told).toEqual(['unwritten false', 'unwritten true', 'unwritten false']);
  });

  it('is one word for all that is typed, and one when it is stored', async () => {
    await show(<GuardedWindow shell="electron" />);
    await field.click();
    await userEvent.keyboard('The Kangan Gazette');
    await expect.poll(() => workspace.told).toEqual(['unwritten false', 'unwritten true']);
    await userEvent.keyboard('{Escape}');
    await expect
      .poll(() => workspace.told)
      .toEqual(['unwritten false', 'unwritten true', 'unwritten false']);
  });

  it('is nothing in a browser, which asks by itself', async () => {
    await show(<GuardedWindow shell="loopback" />);
    await workspace.store.apply(annotate(works));
    expect(workspace.told).toEqual([]);
  });
});

describe('a window that is to close', () => {
  it('closes without a question when everything is written', async () => {
    await show(<GuardedWindow shell="electron" />);
    askToClose();
    await expect.poll(() => workspace.told).toContain('close now');
    expect(page.getByRole('dialog').elements()).toEqual([]);
  });

  it('stores what is being typed, and closes after that', async () => {
    await show(<GuardedWindow shell="electron" />);
    await field.click();
    await userEvent.keyboard('Gazette');
    askToClose();
    await expect.poll(() => workspace.told).toContain('close now');
    expect(await workspace.queries.annotation(works.id)).toEqual(works);
  });

  it('says what cannot be saved, and closes when it can', async () => {
    await show(<GuardedWindow shell="electron" />);
    fillDisk();
    await workspace.store.apply(annotate(works));
    askToClose();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await expect.element(dialog).toMatchTextContent(/the disk is full/);
    await expect.element(dialog).toMatchTextContent(/1 edit is in this window only/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.element(dialog).toMatchTextContent(/the disk is full/);
    expect(workspace.told).not.toContain('close now');

    vi.restoreAllMocks();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => workspace.told).toContain('close now');
    expect(await workspace.queries.annotation(works.id)).toEqual(works);
  });

  it('says what is not in the backup, and closes when it is', async () => {
    await show(<GuardedWindow shell="electron" />);
    workspace.backup.onRetry = { state: 'failed', error: { code: 'disk-full' }, behind: 2 };
    workspace.backup.say({ state: 'failed', error: { code: 'missing' }, behind: 1 });
    askToClose();
    const dialog = page.getByRole('dialog', { name: 'Not everything is in the backup' });
    await expect.element(dialog).toMatchTextContent(/its folder is gone/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.element(dialog).toMatchTextContent(/the disk is full/);
    workspace.backup.onRetry = { state: 'kept' };
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => workspace.told).toContain('close now');
  });

  it('stays open on Escape, and asks again the next time', async () => {
    await show(<GuardedWindow shell="electron" />);
    fillDisk();
    await workspace.store.apply(annotate(works));
    askToClose();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(workspace.told).not.toContain('close now');
    askToClose();
    await expect.element(dialog).toBeVisible();
  });

  it('closes anyway when the person says so', async () => {
    await show(<GuardedWindow shell="electron" />);
    fillDisk();
    await workspace.store.apply(annotate(works));
    askToClose();
    await page.getByRole('button', { name: 'Close anyway' }).click();
    expect(workspace.told).toContain('close now');
  });

  it('names the field whose text cannot be stored', async () => {
    await show(<GuardedWindow shell="electron" />);
    await field.click();
    await userEvent.keyboard('?');
    askToClose();
    const dialog = page.getByRole('dialog', { name: 'Not everything is saved' });
    await expect.element(dialog).toMatchTextContent(/The field ‘Outlet’ holds text/);
    await expect.element(dialog.getByRole('button', { name: 'Keep open' }).last()).toHaveFocus();
    expect(workspace.told).not.toContain('close now');
  });

  it('waits for what takes long, and closes by itself when it is written', async () => {
    await show(<GuardedWindow shell="electron" />);
    const gate: { open?: () => void } = {};
    const held = new Promise<null>((settle) => {
      gate.open = () => settle(null);
    });
    void workspace.store.applyLatest(() => held);
    askToClose();
    const dialog = page.getByRole('dialog', { name: 'Still saving' });
    await expect.poll(() => dialog.elements().length).toBe(1);
    expect(workspace.told).not.toContain('close now');
    gate.open?.();
    await expect.poll(() => workspace.told).toContain('close now');
  });

  it('stays open when the person keeps it before the writing is over', async () => {
    await show(<GuardedWindow shell="electron" />);
    const gate: { open?: () => void } = {};
    const held = new Promise<null>((settle) => {
      gate.open = () => settle(null);
    });
    void workspace.store.applyLatest(() => held);
    askToClose();
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(1);
    await userEvent.keyboard('{Escape}');
    gate.open?.();
    await expect.poll(() => workspace.told.at(-1)).toBe('unwritten false');
    expect(workspace.told).not.toContain('close now');
  });
});

describe('a browser window that is left', () => {
  /** Whether the browser would ask. */
  function leave(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('asks only over what is not written, and stores what is being typed', async () => {
    await show(<GuardedWindow shell="loopback" />);
    expect(leave()).toBe(false);
    await field.click();
    await userEvent.keyboard('Gazette');
    expect(leave()).toBe(true);
    await expect.poll(() => leave()).toBe(false);
    expect(await workspace.queries.annotation(works.id)).toEqual(works);
  });

  it('is never asked about in Electron, where it would silently stay', async () => {
    await show(<GuardedWindow shell="electron" />);
    await field.click();
    await userEvent.keyboard('Gazette');
    expect(leave()).toBe(false);
  });
});

describe('the title', () => {
  it('names the article and the program, and what is unsaved once it is so for a while', async () => {
    await show(<GuardedWindow shell="electron" />);
    expect(title()).toBe('Steel – Dateline');
    await field.click();
    await userEvent.keyboard('Gazette');
    await expect.poll(title).toBe('Steel – unsaved – Dateline');
    await userEvent.keyboard('{Escape}');
    await expect.poll(title).toBe('Steel – Dateline');
  });

  it('says that an edit could not be saved', async () => {
    await show(<GuardedWindow shell="electron" />);
    fillDisk();
    await workspace.store.apply(annotate(works));
    await expect.poll(title).toBe('Steel – not saved – Dateline');
    vi.restoreAllMocks();
    await workspace.store.retry();
    await expect.poll(title).toBe('Steel – Dateline');
    workspace.backup.say({ state: 'failed', error: { code: 'missing' }, behind: 1 });
    await expect.poll(title).toBe('Steel – not in the backup – Dateline');
  });
});
