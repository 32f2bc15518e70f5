import { memo, useCallback } from 'react';
import {
  type Annotation,
  type AnnotationKind,
  extentOf,
} from '../../../core/annotation/annotation';
import type { AnnotationId } from '../../../core/ids';
import { paragraphNumberAt } from '../../../core/text/layout';
import { AnnotationList } from '../../panels/inspector/AnnotationList';
import { leaveHere } from '../../workspace/actions/leave-here';
import { selectAnnotation } from '../../workspace/actions/reader/walk';
import type { OpenArticle } from '../../workspace/open-article';
import type { Workspace } from '../../workspace/workspace';
import type { Desk } from '../use-desk';
import { useLateSelected, useLateVersion } from '../use-version';

interface AnnotationListPaneProps {
  readonly desk: Pick<Desk, 'workspace' | 'reader'>;
  readonly open: OpenArticle;
  /** The kinds shown, as the person left them. */
  readonly shown: readonly AnnotationKind[];
  readonly onShown: (kinds: readonly AnnotationKind[]) => void;
  readonly language: string | undefined;
}

/** The list of all annotations of the open article. */
export const AnnotationListPane = memo(function AnnotationListPane(props: AnnotationListPaneProps) {
  const { desk, open, shown, onShown, language } = props;
  const { workspace, reader } = desk;
  const { index, layout } = open;
  const selected = useLateSelected(workspace.screen);
  const version = useLateVersion(open);
  const paragraphOf = useCallback(
    (annotation: Annotation) => paragraphNumberAt(layout, extentOf(annotation).start),
    [layout],
  );
  const select = (id: AnnotationId): void => goTo(workspace, open, id);
  return (
    <AnnotationList
      annotations={index.ordered}
      revision={version}
      counts={index.counts}
      paragraphOf={paragraphOf}
      shown={shown}
      onShown={onShown}
      selectedId={selected}
      annotationOf={(id) => index.get(id)}
      isShared={(annotation) => index.isShared(annotation)}
      onSelect={select}
      onOpen={(id) => {
        select(id);
        reader()?.focus();
      }}
      language={language}
    />
  );
});

/** Selects an annotation chosen beside the text, and remembers where the person was. */
export function goTo(workspace: Workspace, { index }: OpenArticle, id: AnnotationId): void {
  const found = index.get(id);
  if (!found) return;
  leaveHere(workspace);
  selectAnnotation(workspace, found);
}
