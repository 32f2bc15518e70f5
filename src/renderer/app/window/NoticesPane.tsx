import { memo } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { wordsOfChange } from '../../panels/words-of-change';
import { explainStoreProblem } from '../../panels/words-of-problem';
import { Notices, type Notice as ShownNotice } from '../../ui/Notices';
import { step } from '../../workspace/actions/history/history';
import { visitArticle } from '../../workspace/actions/show-article';
import { dismissNotice, type Notice } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';
import type { Desk } from '../use-desk';

/** Short messages at the lower edge. */
export const NoticesPane = memo(function NoticesPane({ desk }: { readonly desk: Desk }) {
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
});

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
    case 'part-unread':
      return { id, tone: 'alert', ...words.notices.partUnread };
    case 'backup-lost': {
      const { folderLost, journalDamaged } = words.backupNotices;
      return notice.what === 'folder'
        ? {
            id,
            tone: 'alert',
            text: folderLost.text,
            more: folderLost.more(workspace.backup.folder),
          }
        : { id, tone: 'alert', ...journalDamaged };
    }
    case 'restored': {
      const { text, more } = words.backupNotices.restored;
      return {
        id,
        tone: notice.missingTexts === 0 ? 'status' : 'alert',
        text: text(notice.articles, notice.annotations),
        more: more(notice),
      };
    }
    case 'backed-up':
      return {
        id,
        tone: 'status',
        text: words.backupNotices.written,
        more: words.backup.folder(workspace.backup.folder),
      };
    case 'not-backed-up': {
      const { folder } = workspace.backup;
      const { why, next } = words.backupErrors[notice.error.code]({ ...notice.error, folder });
      return { id, tone: 'alert', text: words.backupNotices.notWritten(why), more: next };
    }
    case 'faults-found':
      return {
        id,
        tone: 'alert',
        text: words.health.found(notice.count),
        more: words.health.unchanged,
        action: {
          label: words.health.look,
          onAct: () => workspace.screen.setState({ dialog: 'health' }),
        },
      };
    case 'went-back':
      return { id, tone: 'status', text: words.history.wentBack(notice.steps) };
    case 'went-forward':
      return { id, tone: 'status', text: words.history.wentForward(notice.steps) };
    case 'quotation-copied':
      return { id, tone: 'status', text: words.notices.quotationCopied };
    case 'none-untagged':
      return { id, tone: 'status', text: words.notices.noneUntagged };
    case 'input-method':
      return { id, tone: 'status', ...words.notices.inputMethod };
    case 'all-done':
      return { id, tone: 'status', text: words.work.allDone };
    case 'page-lost': {
      const { what, safe, next } = words.closing.pageLost(notice.fileName);
      return { id, tone: 'alert', text: what, more: `${safe} ${next}` };
    }
    case 'already-open':
      return { id, tone: 'status', text: words.notices.alreadyInLibrary(notice.title) };
    case 'other-version': {
      const { text, more, show: label } = words.notices.otherVersion;
      return {
        id,
        tone: 'alert',
        text: text(notice.fileName, notice.annotations),
        more: more(notice.more),
        action: { label, onAct: () => void visitArticle(workspace, notice.articleId) },
      };
    }
  }
}
