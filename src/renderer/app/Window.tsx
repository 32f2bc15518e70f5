import { memo, useDeferredValue, useEffect } from 'react';
import { useStore } from 'zustand';
import type { ShellInfo } from '../../preload/contract';
import { useWords } from '../i18n/catalogue';
import { MenuBar } from '../panels/commands/MenuBar';
import { ClosingDialog } from '../panels/saving/ClosingDialog';
import { AppFrame } from '../panels/window/AppFrame';
import { frameModeOf, isColumnShown } from '../panels/window/frame-layout';
import { TopBar } from '../panels/window/TopBar';
import { goToAnnotation } from '../workspace/actions/go-to-annotation';
import { tell } from '../workspace/screen';
import { changeSettings, type Workspace } from '../workspace/workspace';
import { hasMenu } from './commands/native-menu';
import { useInputMethodHint } from './commands/use-input-method-hint';
import { Dialogs } from './Dialogs';
import { InspectorPane } from './inspector/InspectorPane';
import { LibraryPane } from './library/LibraryPane';
import { OpeningPane, useLate } from './opening/OpeningPane';
import { useFileDrop } from './opening/use-file-drop';
import { WelcomePane } from './opening/WelcomePane';
import { AnnotationTablePart } from './parts';
import { ArticlePane } from './reader/ArticlePane';
import { VoicePane } from './reader/VoicePane';
import { StatusPane } from './saving/StatusPane';
import { type CloseGuard, useCloseGuard } from './saving/use-close-guard';
import { useTitle } from './saving/use-title';
import { takeBackUnread } from './take-back-unread';
import { type Commands, useCommands } from './use-commands';
import { type Desk, useDesk } from './use-desk';
import { useArticle, useHasArticles, useLibraryFailure } from './use-library';
import { followDesktop } from './window/desktop-events';
import { NoticesPane } from './window/NoticesPane';
import { useAppearance } from './window/use-appearance';

interface WindowProps {
  readonly workspace: Workspace;
  readonly shell: ShellInfo;
  /** How many times a lost connection to the shell has come back. */
  readonly connections: number;
}

/** The whole window over an open workspace. */
export function Window({ workspace, shell, connections }: WindowProps) {
  const words = useWords();
  const desk = useDesk(workspace, shell);
  const current = useCommands(desk, words, { mac: desk.mac, nativeMenu: shell.nativeMenu });
  // What can be done now is shown after what was done; running a command looks anew.
  const commands = useDeferredValue(current);
  const { screen } = workspace;
  const open = useStore(screen, (state) => state.article);
  const settings = useStore(screen, (state) => state.settings);
  const drawer = useStore(screen, (state) => state.drawer);
  const opening = useStore(screen, (state) => state.opening);
  const view = useStore(screen, (state) => state.view);
  const late = useLate(opening);
  useLibraryFailure(workspace.library);
  const hasArticles = useHasArticles(workspace.library);
  const article = useArticle(workspace, open?.id ?? null);
  const dropping = useFileDrop(workspace);
  useInputMethodHint(workspace);
  useAppearance(settings, useTitle(workspace, article?.title), workspace.desktop);
  const guard = useCloseGuard(workspace, shell);
  useDesktop(workspace, { run: commands.run, closeAsked: guard.closeAsked }, connections);
  const layout = { ...settings, drawer };

  return (
    <>
      <AppFrame
        layout={layout}
        onLayout={({ drawer: next, libraryWidth, inspectorWidth, libraryOpen, inspectorOpen }) => {
          // The history lies in the drawer of the inspector, and goes with it.
          const closesHistory = drawer === 'inspector' && next === null;
          workspace.screen.setState({ drawer: next, ...(closesHistory && { historyOpen: false }) });
          void changeSettings(workspace, {
            libraryWidth,
            inspectorWidth,
            libraryOpen,
            inspectorOpen,
          });
        }}
        dropping={dropping}
        topBar={
          <Bar
            desk={desk}
            commands={commands}
            title={article?.title}
            language={article?.language}
            hasArticles={hasArticles}
          />
        }
        library={
          <LibraryPane
            workspace={workspace}
            onCommand={commands.run}
            openFilesShortcut={commands.shortcutOf('file.open')}
          />
        }
        article={
          late ? (
            <OpeningPane opening={late} />
          ) : view === 'table' ? (
            <AnnotationTablePart
              desk={desk}
              onUnread={() => takeBackUnread(workspace, () => ({ view: 'read' }))}
              onOpen={(id, articleId) => void goToAnnotation(workspace, id, articleId)}
            />
          ) : open && article && article.id === open.id ? (
            <ArticlePane desk={desk} commands={commands} open={open} article={article} />
          ) : (
            !open && <WelcomePane desk={desk} commands={commands} />
          )
        }
        inspector={<InspectorPane desk={desk} commands={commands} article={article} />}
        status={<StatusPane desk={desk} />}
        notices={<NoticesPane desk={desk} />}
      />
      <VoicePane workspace={workspace} />
      <Dialogs desk={desk} commands={commands} />
      <ClosingDialog
        unwritten={guard.unwritten}
        onTryAgain={guard.tryAgain}
        onExport={
          hasArticles
            ? () => {
                guard.keepOpen();
                workspace.screen.setState({ dialog: 'export' });
              }
            : null
        }
        onCloseAnyway={guard.closeAnyway}
        onKeepOpen={guard.keepOpen}
      />
    </>
  );
}

interface BarProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly hasArticles: boolean;
}

const Bar = memo(function Bar({ desk, commands, title, language, hasArticles }: BarProps) {
  const { workspace, shell } = desk;
  const { screen } = workspace;
  const settings = useStore(screen, (state) => state.settings);
  const drawer = useStore(screen, (state) => state.drawer);
  const view = useStore(screen, (state) => state.view);
  const historyOpen = useStore(screen, (state) => state.historyOpen);
  const mode = frameModeOf(innerWidth);
  const layout = { ...settings, drawer };
  return (
    <TopBar
      articleTitle={title}
      articleLanguage={language}
      menu={
        !shell.nativeMenu && (
          <MenuBar
            groups={commands.groups.filter(hasMenu).map(({ label, commands: entries }) => ({
              label,
              entries: entries.map((command) => ({ kind: 'command', ...command })),
            }))}
            onCommand={commands.run}
          />
        )
      }
      shortcuts={{
        find: commands.shortcutOf('find.open'),
        commands: commands.shortcutOf('view.palette'),
        library: commands.shortcutOf('view.library'),
        inspector: commands.shortcutOf('view.inspector'),
        table: commands.shortcutOf('view.table'),
        history: commands.shortcutOf('view.history'),
      }}
      canFind={title !== undefined && view === 'read'}
      tableShown={hasArticles ? view === 'table' : null}
      onToggleTable={() => commands.run('view.table')}
      historyShown={historyOpen}
      onToggleHistory={() => commands.run('view.history')}
      onFind={() => commands.run('find.open')}
      onCommands={() => commands.run('view.palette')}
      theme={settings.theme}
      onTheme={(theme) => commands.run(`view.theme.${theme}`)}
      libraryShown={isColumnShown(layout, 'library', mode)}
      inspectorShown={isColumnShown(layout, 'inspector', mode)}
      onToggleLibrary={() => commands.run('view.library')}
      onToggleInspector={() => commands.run('view.inspector')}
    />
  );
});

/** Follows what main has to say, as long as the window stands. */
function useDesktop(
  workspace: Workspace,
  { run, closeAsked }: Pick<Commands, 'run'> & Pick<CloseGuard, 'closeAsked'>,
  connections: number,
): void {
  useEffect(() => {
    const following = new AbortController();
    const takers = {
      runCommand: run,
      closeAsked,
      pageLost: (fileName: string | null) =>
        tell(workspace.screen, { kind: 'page-lost', fileName }),
    };
    void followDesktop(workspace, takers, following.signal);
    return () => following.abort();
    // A connection that came back must be asked anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [workspace, run, closeAsked, connections]);
}
