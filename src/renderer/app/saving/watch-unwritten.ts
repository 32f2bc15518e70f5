import type { Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';

/** How long fields that came or went with their panel may stay unnoticed, in milliseconds. */
const lagMs = 200;

/** The fields that hold text which is not stored, or not yet. */
export function unstoredFields(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-unsaved]')];
}

/**
 * Calls `listener` now and whenever it changes with whether something is not written: an edit on its way to the disk, or
 * text in a field. Returns how to stop. Within a word that is being typed nothing changes, and nothing is called.
 */
export function watchUnwritten(
  workspace: Workspace,
  listener: (unwritten: boolean) => void,
): () => void {
  let last: boolean | null = null;
  let timer: number | undefined;
  const look = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
    const unwritten = !isWritten(workspace) || document.querySelector('[data-unsaved]') !== null;
    if (unwritten === last) return;
    last = unwritten;
    listener(unwritten);
  };
  // The article is drawn and taken away section by section: not every such change is worth a search of the page.
  const observer = new MutationObserver((records) => {
    if (records.some(({ type }) => type === 'attributes')) look();
    else timer ??= window.setTimeout(look, lagMs);
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-unsaved'],
  });
  const stop = onWrittenChange(workspace, look);
  look();
  return () => {
    stop();
    observer.disconnect();
    window.clearTimeout(timer);
  };
}
