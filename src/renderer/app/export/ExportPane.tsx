import { useState } from 'react';
import { useStore } from 'zustand';
import type { ExportFormatName } from '../../../core/formats';
import { ExportDialog, type ExportScope } from '../../panels/export/ExportDialog';
import type { DialogPaneProps } from '../parts';
import { useAnnotationCount, useArticles } from '../use-library';
import { useExport } from './use-export';

/** What is written. Of several the person would choose. */
const format: ExportFormatName = 'dateline';

/** The dialog over an export, which goes on while it is closed. */
export default function ExportPane({ desk, open, onClose }: DialogPaneProps) {
  const { workspace, shell } = desk;
  const { library } = workspace;
  const shown = useStore(workspace.screen, (state) => state.article?.id ?? null);
  // ‘This article’ is the one of which the dialog was asked for: another may open behind it.
  const [{ asked, articleId }, setSubject] = useState({ asked: open, articleId: shown });
  if (asked !== open) setSubject({ asked: open, articleId: shown });
  const [wanted, setWanted] = useState<ExportScope>('article');
  const run = useExport(desk, articleId);
  const scope = articleId ? wanted : 'all';
  const articles = useArticles(library);
  const inAll = useAnnotationCount(library, null, open);
  const inThis = useAnnotationCount(library, articleId, open && articleId !== null);
  const listed = articleId && library.article(articleId);
  return (
    <ExportDialog
      open={open}
      state={run.state}
      format={format}
      scope={scope}
      onScope={setWanted}
      thisArticle={listed ? { title: listed.title, articles: 1, annotations: inThis } : null}
      allArticles={{ articles: articles.length, annotations: inAll }}
      folder={shell.exportFolder}
      onExport={() => void run.start(scope, format)}
      onCancel={run.cancel}
      onClose={() => {
        onClose();
        run.reset();
      }}
      onCopy={desk.copy}
    />
  );
}
