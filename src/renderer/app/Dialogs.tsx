import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../i18n/catalogue';
import { AboutDialog } from '../panels/AboutDialog';
import { CommandPalette } from '../panels/CommandPalette';
import { ExportDialog, type ExportScope } from '../panels/ExportDialog';
import { KeySheet, type KeySheetProps } from '../panels/KeySheet';
import { ProblemDialog } from '../panels/ProblemDialog';
import { commands as table } from './commands';
import { commandGroups, keysOf } from './commands/command';
import { IdenticalPane } from './IdenticalPane';
import { formatChord } from './keys';
import type { Commands } from './use-commands';
import type { Desk } from './use-desk';
import { useExport } from './use-export';
import { useAnnotationCount, useArticles } from './use-library';

const HealthPane = lazy(() => import('./HealthPane'));
const ImportPane = lazy(() => import('./ImportPane'));

interface DialogsProps {
  readonly desk: Desk;
  readonly commands: Commands;
}

/** Every dialog of the window; at most one is open. */
export const Dialogs = memo(function Dialogs({ desk, commands }: DialogsProps) {
  const { workspace, shell, mac } = desk;
  const { screen } = workspace;
  const dialog = useStore(screen, (state) => state.dialog);
  const identical = useStore(screen, (state) => state.identical);
  const openReport = useStore(screen, (state) => state.openReport);
  const keys = useKeys(mac);
  const close = (): void => screen.setState({ dialog: null });
  return (
    <>
      <CommandPalette
        open={dialog === 'palette'}
        onClose={close}
        commands={commands.shown}
        onRun={commands.run}
      />
      <KeySheet open={dialog === 'keys'} onClose={close} groups={keys} />
      <Exporting desk={desk} open={dialog === 'export'} onClose={close} />
      {dialog === 'identical' && identical && (
        <IdenticalPane
          key={`${identical.job} ${identical.words}`}
          workspace={workspace}
          identical={identical}
          onClose={close}
        />
      )}
      {dialog === 'health' && (
        <Suspense>
          <HealthPane
            workspace={workspace}
            onExport={() => screen.setState({ dialog: 'export' })}
            onClose={close}
          />
        </Suspense>
      )}
      {dialog === 'import' && (
        <Suspense>
          <ImportPane workspace={workspace} onHide={close} />
        </Suspense>
      )}
      <AboutDialog
        open={dialog === 'about'}
        onClose={close}
        version={shell.version}
        shell={shell.shell}
        dataFolder={shell.dataFolder}
      />
      <ProblemDialog
        open={openReport !== null}
        problems={(openReport?.failures ?? []).map(({ fileName, error }) => ({
          ...error,
          fileName,
        }))}
        openedCount={openReport?.opened ?? 0}
        onClose={() => screen.setState({ openReport: null })}
      />
    </>
  );
});

/** The keys of all commands in their groups; they are the same whatever can be done at the moment. */
function useKeys(mac: boolean): KeySheetProps['groups'] {
  const words = useWords();
  return useMemo(
    () =>
      commandGroups.map((group) => ({
        label: words.menus[group],
        commands: table.flatMap((command) => {
          const keys = command.group === group ? keysOf(command, mac) : [];
          const shortcuts = keys.map((key) => formatChord(key, mac));
          const { id } = command;
          return keys.length > 0 ? [{ id, label: words.commands[id], shortcuts }] : [];
        }),
      })),
    [words, mac],
  );
}

interface ExportingProps {
  readonly desk: Desk;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Exporting({ desk, open, onClose }: ExportingProps) {
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
      scope={scope}
      onScope={setWanted}
      thisArticle={listed ? { title: listed.title, articles: 1, annotations: inThis } : null}
      allArticles={{ articles: articles.length, annotations: inAll }}
      folder={shell.exportFolder}
      onExport={() => void run.start(scope)}
      onCancel={run.cancel}
      onClose={() => {
        onClose();
        run.reset();
      }}
      onCopy={desk.copy}
    />
  );
}
