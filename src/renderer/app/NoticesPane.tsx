import { useStore } from 'zustand';
import { useWords } from '../i18n/catalogue';
import type { Catalogue } from '../i18n/en';
import { wordsOfChange } from '../panels/words-of-change';
import { explainStoreProblem } from '../panels/words-of-problem';
import { Notices, type Notice as ShownNotice } from '../ui/Notices';
import { step } from '../workspace/actions/history';
import { dismissNotice, type Notice } from '../workspace/screen';
import type { Workspace } from '../workspace/workspace';
import type { Desk } from './use-desk';

/** Short messages at the lower edge. */
export function NoticesPane({ desk }: { readonly desk: Desk }) {
  const { workspace } = desk;
  const words = useWords();
  const notices = useStore(workspace.screen, (state) => state.notices);
  return (
    <Notices
      notices={notices.map((notice) => show(notice, words, workspace))}
      label={words.notices.region}
      dismissLabel={words.notices.dismiss}
      onDismiss={(id) => dismissNotice(workspace.screen, Number(id))}
    />
  );
}

function show(notice: Notice, words: Catalogue, workspace: Workspace): ShownNotice {
  const id = String(notice.id);
  switch (notice.kind) {
    case 'done':
      return {
        id,
        tone: 'status',
        text: wordsOfChange(words, notice.label),
        action: { label: words.changes.undo, onAct: () => void step(workspace, 'undo') },
      };
    case 'undone':
      return { id, tone: 'status', text: words.changes.undone(wordsOfChange(words, notice.label)) };
    case 'redone':
      return { id, tone: 'status', text: words.changes.redone(wordsOfChange(words, notice.label)) };
    case 'conflict': {
      const { what, safe, next } = explainStoreProblem(words, notice.error);
      return { id, tone: 'alert', text: what, more: `${safe} ${next}` };
    }
    case 'went-back':
      return { id, tone: 'status', text: words.history.wentBack(notice.steps) };
    case 'went-forward':
      return { id, tone: 'status', text: words.history.wentForward(notice.steps) };
    case 'quotation-copied':
      return { id, tone: 'status', text: words.notices.quotationCopied };
    case 'none-untagged':
      return { id, tone: 'status', text: words.notices.noneUntagged };
    case 'all-done':
      return { id, tone: 'status', text: words.work.allDone };
    case 'already-open':
      return { id, tone: 'status', text: words.notices.alreadyInLibrary(notice.title) };
  }
}
