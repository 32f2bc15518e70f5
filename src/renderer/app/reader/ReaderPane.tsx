import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Annotation, FragmentEnd } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { Caret } from '../../../core/text/caret';
import { useWords } from '../../i18n/catalogue';
import { valueOfAnnotation } from '../../panels/value-of-annotation';
import type { ReaderSelection } from '../../reader/follow-input';
import { Reader } from '../../reader/Reader';
import {
  addFragment,
  dragEnd,
  keepEnds,
  leaveEnds,
  takeUpEnd,
} from '../../workspace/actions/reader/adjust';
import { placeCaret } from '../../workspace/actions/reader/caret';
import { currentPlace } from '../../workspace/actions/reader/find';
import {
  chooseHere,
  nextOutwards,
  pick,
  pickAt,
  selectAnnotation,
} from '../../workspace/actions/reader/walk';
import type { OpenArticle } from '../../workspace/open-article';
import type { ScreenState, ScreenStore } from '../../workspace/screen';
import type { Desk } from '../use-desk';
import { useVersion } from '../use-version';
import { ArticleHeading } from './ArticleHeading';

interface ReaderPaneProps {
  readonly desk: Desk;
  readonly open: OpenArticle;
  readonly article: Article;
  /** The selected lines in view are elsewhere now, in client pixels. */
  readonly onBox: (box: DOMRect | null) => void;
}

/** The reader, in step with the screen: what is emphasised, where the caret is, what a press on the text means. */
export function ReaderPane({ desk, open, article, onBox }: ReaderPaneProps) {
  const { workspace, readerRef } = desk;
  const { screen } = workspace;
  const words = useWords();
  const caret = useStore(screen, (state) => state.caret);
  const selected = useStore(screen, (state) => state.selected);
  const reveal = useStore(screen, (state) => state.reveal);
  const startOffset = useStore(screen, (state) => state.startOffset);
  const version = useVersion(open);
  const emphasis = useEmphasis(screen);
  const held = useHeldEnds(screen, open, version);

  useEffect(() => {
    // The button that opened the article has done its work: the next keys are for the text. Lists, fields and dialogs, as
    // that of an import which brings the article, keep theirs.
    const { activeElement: active, body } = document;
    const isDone = active?.matches('button') && !active.closest('[role=dialog]');
    if (!active || active === body || isDone) readerRef.current?.focus();
    // Again for each article.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [open, readerRef]);

  useEffect(() => {
    if (reveal) readerRef.current?.reveal(reveal);
  }, [reveal, readerRef]);

  useEffect(() => {
    // The reader leads where the person acts in it; anything else that moves the caret does so through the state.
    const reader = readerRef.current;
    if (reader && !isSamePlace(reader.caret(), caret)) reader.place(caret);
  }, [caret, readerRef]);

  const follow = useCallback(
    ({ caret: next, box, adding }: ReaderSelection) => {
      onBox(box);
      if (!isSamePlace(next, screen.getState().caret)) placeCaret(workspace, next, 'place');
      if (adding) void addFragment(workspace);
    },
    [screen, workspace, onBox],
  );
  const ends = useMemo(
    () => ({
      onTake: (end: FragmentEnd) => {
        const annotation = selectedOf(screen.getState());
        if (annotation) takeUpEnd(workspace, annotation, end);
      },
      onMove: (offset: number, exact: boolean) => dragEnd(workspace, offset, exact),
      onDrop: () => void keepEnds(workspace),
      onLeave: () => leaveEnds(workspace),
    }),
    [screen, workspace],
  );
  const labelOf = useCallback(
    (annotation: Annotation) =>
      words.fragments.item(
        words.kinds[annotation.body.kind],
        annotation.quote.exact,
        valueOfAnnotation(words, annotation),
      ),
    [words],
  );

  return (
    <Reader
      key={open.id}
      ref={readerRef}
      label={article.title}
      language={article.language}
      text={open.text}
      layout={open.layout}
      index={open.index}
      version={version}
      emphasis={emphasis}
      held={held}
      ends={ends}
      startOffset={startOffset}
      heading={<ArticleHeading article={article} />}
      labelOf={labelOf}
      labelOfList={words.fragments.inParagraph}
      onPick={(id) => {
        const annotation = open.index.get(id);
        if (annotation) selectAnnotation(workspace, annotation);
      }}
      onCaret={follow}
      pickAmong={(annotations) => nextOutwards(annotations, selected)}
      onPlace={(offset) => {
        const picked = offset === null ? null : pickAt(open, offset, selected);
        if (picked) {
          pick(workspace, picked);
          chooseHere(workspace, false);
        } else screen.setState({ selected: null, acting: 'caret', choosing: null });
      }}
      onScroll={(offset) => void workspace.shown.rememberPlace(offset)}
    />
  );
}

function useEmphasis(screen: ScreenStore) {
  const selected = useStore(screen, (state) => state.selected);
  const find = useStore(screen, (state) => state.find);
  const pointedAt = useStore(screen, (state) => state.pointedAt);
  const adjusting = useStore(screen, (state) => state.adjusting);
  const current = useStore(screen, currentPlace);
  const found = find?.found ?? nothingFound;
  return useMemo(
    () => ({ selected, hovered: pointedAt, found, current, selection: null, reshaped: adjusting }),
    [selected, pointedAt, found, current, adjusting],
  );
}

const nothingFound: readonly never[] = [];

/** The ends that can be dragged: those of the selected annotation, where they are at this moment. */
function useHeldEnds(screen: ScreenStore, open: OpenArticle, version: number) {
  const adjusting = useStore(screen, (state) => state.adjusting);
  const annotation = useStore(screen, selectedOf);
  return useMemo(() => {
    if (adjusting) return { fragments: adjusting.fragments, active: adjusting.end };
    return annotation && { fragments: annotation.fragments, active: null };
    // The index changes in place: `version` says when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [adjusting, annotation, open, version]);
}

function selectedOf({ article, selected }: ScreenState): Annotation | null {
  return (selected && article?.index.get(selected)) ?? null;
}

function isSamePlace(a: Caret | null, b: Caret | null): boolean {
  return a?.anchor === b?.anchor && a?.head === b?.head;
}
