import { Component, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CatalogueProvider, preferredLanguage, useWords } from '../i18n/catalogue';
import { CrashScreen } from '../panels/CrashScreen';
import { AlreadyOpen, LostConnection, WindowState } from '../panels/WindowState';
import { explainStoreProblem } from '../panels/words-of-problem';
import type { StoreError } from '../storage/store-error';
import { Button } from '../ui/Button';
import { UiProvider } from '../ui/UiProvider';
import type { Start } from './start';
import { Window } from './Window';

const reload = (): void => location.reload();

/** The program once it is known how it started. */
export function App({ start }: { readonly start: Start }) {
  const [lost, setLost] = useState(false);
  useEffect(
    () =>
      start.kind === 'ready'
        ? start.connection.onLost((state) => setLost(state !== 'open'))
        : undefined,
    [start],
  );
  if (start.kind === 'ready')
    return (
      <InLanguage start={start}>
        <CrashBoundary version={start.shell.version}>
          {lost ? (
            <LostConnection onReconnect={reload} />
          ) : (
            <Window workspace={start.workspace} shell={start.shell} />
          )}
        </CrashBoundary>
      </InLanguage>
    );
  return (
    <Surroundings language={preferredLanguage(navigator.languages)}>
      {start.kind === 'already-open' && <AlreadyOpen onContinue={reload} />}
      {start.kind === 'no-desktop' && <LostConnection onReconnect={reload} />}
      {start.kind === 'no-store' && <NoStore error={start.error} />}
    </Surroundings>
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

function Surroundings({
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
  override state = { detail: null };

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
