import { Component, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CatalogueProvider, preferredLanguage, useWords } from '../i18n/catalogue';
import { CrashScreen } from '../panels/window/CrashScreen';
import { AlreadyOpen, LostConnection, WindowState } from '../panels/window/WindowState';
import { explainStoreProblem } from '../panels/words-of-problem';
import type { StoreError } from '../storage/store-error';
import { Button } from '../ui/Button';
import { UiProvider } from '../ui/UiProvider';
import { useHealthCheck } from './health/use-health-check';
import { RestoreAtStartPart, RestoreOverProjectPart } from './parts';
import type { Start } from './start';
import { takeBackUnread } from './take-back-unread';
import { useReadAhead } from './use-read-ahead';
import { Window } from './Window';

const reload = (): void => location.reload();

/** The program once it is known how it started. */
export function App({ start }: { readonly start: Start }) {
  const { lost, connections } = useConnection(start);
  if (start.kind === 'ready')
    return (
      <InLanguage start={start}>
        <CrashBoundary version={start.shell.version}>
          {lost ? (
            <LostConnection onReconnect={reload} />
          ) : (
            <Project start={start} connections={connections} />
          )}
        </CrashBoundary>
      </InLanguage>
    );
  return (
    <Surroundings language={preferredLanguage(navigator.languages)}>
      {start.kind === 'restore' &&
        (lost ? (
          <LostConnection onReconnect={reload} />
        ) : (
          <CrashBoundary version={start.shell.version}>
            <RestoreAtStartPart found={start.found} desktop={start.connection.desktop} />
          </CrashBoundary>
        ))}
      {start.kind === 'already-open' && <AlreadyOpen onContinue={reload} />}
      {start.kind === 'no-desktop' && <LostConnection onReconnect={reload} />}
      {start.kind === 'no-store' && <NoStore error={start.error} />}
    </Surroundings>
  );
}

/** How long a lost connection may take to come back before the window says so, in milliseconds. */
const patience = 3_000;

/** Whether the connection to the shell is lost for good, and how many times it has come back. */
function useConnection(start: Start): { readonly lost: boolean; readonly connections: number } {
  const [lost, setLost] = useState(false);
  const [connections, setConnections] = useState(0);
  useEffect(() => {
    if (start.kind !== 'ready' && start.kind !== 'restore') return undefined;
    let timer: number | undefined;
    const stop = start.connection.onLost((state) => {
      window.clearTimeout(timer);
      if (state === 'lost') {
        timer = window.setTimeout(() => setLost(true), patience);
        return;
      }
      setLost(state === 'already-open-elsewhere');
      if (state === 'open') setConnections((count) => count + 1);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [start]);
  return { lost, connections };
}

/** The project, or the restore page over it. */
function Project({
  start,
  connections,
}: {
  readonly start: Extract<Start, { kind: 'ready' }>;
  readonly connections: number;
}) {
  const { workspace, shell } = start;
  const restoring = useStore(workspace.screen, (state) => state.restoring);
  useHealthCheck(workspace);
  useReadAhead();
  return restoring ? (
    <RestoreOverProjectPart
      workspace={workspace}
      onUnread={() => takeBackUnread(workspace, () => ({ restoring: false }))}
    />
  ) : (
    <Window workspace={workspace} shell={shell} connections={connections} />
  );
}

function InLanguage({
  start,
  children,
}: {
  readonly start: Extract<Start, { kind: 'ready' }>;
  readonly children: ReactNode;
}) {
  const language = useStore(start.workspace.screen, ({ settings }) => settings.language);
  return <Surroundings language={language}>{children}</Surroundings>;
}

/** The words of a language and what every widget needs, around a window or a screen without one. */
export function Surroundings({
  language,
  children,
}: {
  readonly language: 'en' | 'ko';
  readonly children: ReactNode;
}) {
  return (
    <CatalogueProvider language={language}>
      <UiProvider>{children}</UiProvider>
    </CatalogueProvider>
  );
}

function NoStore({ error }: { readonly error: StoreError }) {
  const words = useWords();
  const { what, safe, next } = explainStoreProblem(words, error);
  return (
    <WindowState words={{ title: words.topBar.name, what, safe, next }}>
      <Button look="primary" onClick={reload}>
        {words.crash.reload}
      </Button>
    </WindowState>
  );
}

interface CrashBoundaryProps {
  readonly version: string;
  readonly children: ReactNode;
}

/** Shows what failed in drawing the window, and how to go on. A class, since React offers no other way. */
class CrashBoundary extends Component<CrashBoundaryProps, { readonly detail: string | null }> {
  override state: { readonly detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return (
      <CrashScreen
        detail={`Dateline ${this.props.version}\n${detail}`}
        onReload={reload}
        onCopy={(text) => void navigator.clipboard.writeText(text)}
      />
    );
  }
}
