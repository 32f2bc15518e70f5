import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../i18n/catalogue';
import { AdjustBar } from '../../panels/reader/AdjustBar';
import { AnnotationChooser } from '../../panels/reader/AnnotationChooser';
import { SelectionPalette } from '../../panels/reader/SelectionPalette';
import { keepEnds, leaveEnds, switchEnd } from '../../workspace/actions/reader/adjust';
import { pick } from '../../workspace/actions/reader/walk';
import type { OpenArticle } from '../../workspace/open-article';
import type { Choosing } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';
import type { Commands } from '../use-commands';
import type { Desk } from '../use-desk';

interface ReaderOverlaysProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly open: OpenArticle;
  readonly pane: HTMLElement;
  /** Round the selected lines in view, in client pixels. */
  readonly selectionBox: DOMRect | null;
  readonly language: string | undefined;
}

/** What lies over the text while it is needed: the palette, the chooser, the keys that move ends. */
export function ReaderOverlays(props: ReaderOverlaysProps) {
  const { desk, commands, open, pane, selectionBox, language } = props;
  const { workspace } = desk;
  const words = useWords();
  const selection = useStore(workspace.screen, (state) => state.selection);
  const hasSelected = useStore(workspace.screen, (state) => state.selected !== null);
  const choosing = useStore(workspace.screen, (state) => state.choosing);
  // The end that the pointer moves goes elsewhere with each move, and nothing here shows where.
  const movedByKey = useStore(workspace.screen, ({ adjusting }) =>
    adjusting?.byKey ? adjusting.end.end : null,
  );
  useKeepOnPress(workspace, movedByKey !== null);
  const shortcut = (id: string): string => commands.shortcutOf(id) ?? '';
  return (
    <>
      {selection && selectionBox && (
        <SelectionPalette
          selection={selectionBox}
          bounds={pane.getBoundingClientRect()}
          shortcuts={{
            enterprise: shortcut('tag.enterprise'),
            claim: shortcut('tag.claim'),
            date: shortcut('tag.date'),
          }}
          onTag={(kind) => commands.run(`tag.${kind}`)}
          more={[
            ...(hasSelected ? [{ id: 'annotation.addFragment', label: words.selection.add }] : []),
            { id: 'tag.all', label: words.selection.all },
          ].map((tool) => ({ ...tool, shortcut: shortcut(tool.id) }))}
          onMore={commands.run}
        />
      )}
      {choosing && (
        <Chooser desk={desk} open={open} choosing={choosing} pane={pane} language={language} />
      )}
      {movedByKey && (
        <AdjustBar
          end={movedByKey}
          shortcuts={{
            move: `${shortcut('adjust.word.previous')} ${shortcut('adjust.word.next')}`,
            byCharacter: `${shortcut('adjust.character.previous')} ${shortcut('adjust.character.next')}`,
            switchEnd: shortcut('adjust.switchEnd'),
            keep: shortcut('adjust.keep'),
            leave: shortcut('adjust.leave'),
          }}
          onSwitch={() => switchEnd(workspace)}
          onKeep={() => void keepEnds(workspace)}
          onLeave={() => leaveEnds(workspace)}
        />
      )}
    </>
  );
}

/** Keeps ends that are being moved by keys when the person goes elsewhere by the pointer. */
function useKeepOnPress(workspace: Workspace, moving: boolean): void {
  useEffect(() => {
    if (!moving) return undefined;
    const keep = ({ target }: PointerEvent): void => {
      const isOwn =
        target instanceof Element && target.closest('[data-adjusting], [data-fragment]');
      if (!isOwn) void keepEnds(workspace);
    };
    document.addEventListener('pointerdown', keep, { capture: true });
    return () => document.removeEventListener('pointerdown', keep, { capture: true });
  }, [workspace, moving]);
}

interface ChooserProps {
  readonly desk: Desk;
  readonly open: OpenArticle;
  readonly choosing: Choosing;
  readonly pane: HTMLElement;
  readonly language: string | undefined;
}

function Chooser({ desk, open, choosing, pane, language }: ChooserProps) {
  const { workspace, readerRef } = desk;
  const { screen } = workspace;
  const selected = useStore(screen, (state) => state.selected);
  const { offset, ids, byKey } = choosing;
  const [place, setPlace] = useState<DOMRect | null>(null);
  useLayoutEffect(() => {
    setPlace(readerRef.current?.boxAt(offset) ?? null);
    return () => screen.setState({ pointedAt: null });
  }, [offset, readerRef, screen]);
  if (!place) return null;
  const leave = (): void => {
    if (byKey) readerRef.current?.focus();
  };
  return (
    <AnnotationChooser
      key={offset}
      place={place}
      bounds={pane.getBoundingClientRect()}
      annotations={ids.flatMap((id) => open.index.get(id) ?? [])}
      selectedId={selected}
      language={language}
      focused={byKey}
      onHover={(id) => screen.setState({ pointedAt: id })}
      onPick={(id) => {
        pick(workspace, id);
        leave();
      }}
      onClose={() => {
        screen.setState({ choosing: null });
        leave();
      }}
    />
  );
}
