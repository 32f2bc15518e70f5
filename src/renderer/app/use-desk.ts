import { type RefObject, useMemo, useRef, useState } from 'react';
import { exportFormats } from '../../core/formats';
import type { ShellInfo } from '../../preload/contract';
import { wordsOf } from '../i18n/catalogue';
import type { FieldRequest } from '../panels/inspector/inspector-edits';
import { frameModeOf, toggleColumn } from '../panels/window/frame-layout';
import type { ReaderHandle } from '../reader/Reader';
import { withImports } from '../workspace/actions/import/with-imports';
import { quotationFor } from '../workspace/actions/library/work';
import { chooseFiles, openPageFiles } from '../workspace/actions/opening/open-files';
import { tell } from '../workspace/screen';
import { changeSettings, type Workspace } from '../workspace/workspace';
import type { CommandDesk } from './commands/command';
import { openSamples, samples } from './opening/samples';

/** What the window lends to commands and panes alike. */
export interface Desk extends CommandDesk {
  readonly shell: ShellInfo;
  readonly mac: boolean;
  readonly readerRef: RefObject<ReaderHandle | null>;
  /** Which field of the inspector was asked for last. */
  readonly fieldRequest: FieldRequest | null;
  /** Another number whenever the coder's name should be asked for. */
  readonly coderRequest: number;
  readonly copy: (text: string) => void;
}

/** Makes the desk of a window over `workspace`. */
export function useDesk(workspace: Workspace, shell: ShellInfo): Desk {
  const readerRef = useRef<ReaderHandle>(null);
  const [fieldRequest, setFieldRequest] = useState<FieldRequest | null>(null);
  const [coderRequest, setCoderRequest] = useState(0);

  const actions = useMemo(() => {
    const copy = (text: string): void => void navigator.clipboard.writeText(text);
    return {
      workspace,
      shell,
      mac: shell.platform === 'darwin',
      readerRef,
      copy,
      reader: () => readerRef.current,
      chooseFiles: () =>
        shell.openDialog
          ? chooseFiles(workspace)
          : chooseInPage('', (files) => openPageFiles(workspace, files)),
      chooseImport: () =>
        shell.openDialog
          ? withImports(workspace, ({ chooseImport }) => chooseImport(workspace))
          : chooseInPage(`.${exportFormats.dateline.endings[0]}`, (files) =>
              withImports(workspace, ({ importPageFiles }) => importPageFiles(workspace, files)),
            ),
      openSamples: () =>
        openSamples(
          workspace,
          samples.map(({ key }) => key),
        ),
      focusField: (field: 'value' | 'note' | 'coder'): void => {
        if (field === 'coder') {
          setCoderRequest((request) => request + 1);
          return;
        }
        const { selected } = workspace.screen.getState();
        if (!selected) return;
        showInspector(workspace);
        setFieldRequest({ field, annotationId: selected });
      },
      copySelection: async (): Promise<void> => {
        const words = selectedWords(workspace);
        if (words) copy(words);
      },
      copyQuotation: async (): Promise<void> => {
        const { language } = workspace.screen.getState().settings;
        const quotation = await quotationFor(workspace, wordsOf(language).work.quotation);
        if (quotation === null) return;
        copy(quotation);
        tell(workspace.screen, { kind: 'quotation-copied' });
      },
      toggleHistory: (): void => {
        const { historyOpen } = workspace.screen.getState();
        if (!historyOpen) showInspector(workspace);
        workspace.screen.setState({ historyOpen: !historyOpen });
      },
      toggleColumn: (column: 'library' | 'inspector'): void => {
        const { settings, drawer } = workspace.screen.getState();
        const layout = toggleColumn({ ...settings, drawer }, column, frameModeOf(innerWidth));
        const { libraryOpen, inspectorOpen } = layout;
        workspace.screen.setState({ drawer: layout.drawer });
        void changeSettings(workspace, { libraryOpen, inspectorOpen });
      },
    };
  }, [workspace, shell]);

  return useMemo(
    () => ({ ...actions, fieldRequest, coderRequest }),
    [actions, fieldRequest, coderRequest],
  );
}

/** The words selected in the text, or those of the selected annotation; null when there are none. */
export function selectedWords({ screen }: Workspace): string | null {
  const { article, selection, selected } = screen.getState();
  if (!article) return null;
  if (selection) return article.text.slice(selection.start, selection.end);
  return (selected && article.index.get(selected)?.quote.exact) ?? null;
}

function showInspector(workspace: Workspace): void {
  if (frameModeOf(innerWidth) === 'wide') void changeSettings(workspace, { inspectorOpen: true });
  else workspace.screen.setState({ drawer: 'inspector' });
}

/** Lets the person choose files of these endings, or any, by a file input of the page. */
function chooseInPage(
  accept: string,
  take: (files: readonly File[]) => Promise<void>,
): Promise<void> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  return new Promise((settle) => {
    input.addEventListener('cancel', () => settle());
    input.addEventListener('change', () => settle(take([...(input.files ?? [])])));
    input.click();
  });
}
