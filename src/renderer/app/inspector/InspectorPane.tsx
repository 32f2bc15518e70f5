import { memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Annotation, annotationKinds, extentOf } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { AnnotationId } from '../../../core/ids';
import { paragraphNumberAt } from '../../../core/text/layout';
import { contains } from '../../../core/text/span';
import { useWords } from '../../i18n/catalogue';
import { InspectorPanel } from '../../panels/inspector/InspectorPanel';
import { RightColumn } from '../../panels/inspector/RightColumn';
import { useEnterpriseNames } from '../../storage/live';
import { acceptProposal, removeAnnotation } from '../../workspace/actions/annotations';
import { proposalFor } from '../../workspace/actions/proposal';
import { removeFragment } from '../../workspace/actions/reader/adjust';
import type { OpenArticle } from '../../workspace/open-article';
import type { ScreenState } from '../../workspace/screen';
import { changeSettings } from '../../workspace/workspace';
import { HistoryPart } from '../parts';
import { takeBackUnread } from '../take-back-unread';
import type { Commands } from '../use-commands';
import type { Desk } from '../use-desk';
import { useLateArticle, useLateSelected, useLateVersion } from '../use-version';
import { AnnotationListPane, goTo } from './AnnotationListPane';
import { applyAnnotationEdit, applyArticleEdit } from './apply-edits';

interface InspectorPaneProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly article: Article | null;
}

/** The right column: what is known of the selected annotation or of the article, above the list of all annotations. */
export const InspectorPane = memo(function InspectorPane(props: InspectorPaneProps) {
  const { desk, commands, article } = props;
  const { workspace } = desk;
  const { screen } = workspace;
  const words = useWords();
  const open = useLateArticle(screen);
  const selected = useLateSelected(screen, desk.fieldRequest);
  const share = useStore(screen, ({ settings }) => settings.inspectorShare);
  const historyOpen = useStore(screen, (state) => state.historyOpen);
  const version = useLateVersion(open);
  const [shown, setShown] = useState(annotationKinds);
  const names = useEnterpriseNames(workspace.queries);
  const { annotation, inside, sharing, proposal } = useMemo(
    () => lookUp({ ...screen.getState(), article: open }, selected),
    // The index changes in place: `version` says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [screen, open, selected, version],
  );
  const shortcuts = definedOnly({
    enterprise: commands.shortcutOf('tag.enterprise'),
    claim: commands.shortcutOf('tag.claim'),
    date: commands.shortcutOf('tag.date'),
    acceptProposal: commands.shortcutOf('annotation.acceptProposal'),
    delete: commands.shortcutOf('annotation.delete'),
    deselect: commands.shortcutOf('annotation.deselect'),
  });

  const tools = toolIds.map(([name, id]) => {
    const command = commands.shown.find((one) => one.id === id);
    return {
      id,
      label: words.inspector.tools[name],
      shortcut: command?.shortcut,
      enabled: command?.enabled ?? false,
    };
  });

  const inspector = (
    <InspectorPanel
      article={article}
      counts={open?.index.counts}
      annotation={annotation}
      paragraph={
        open && annotation ? paragraphNumberAt(open.layout, extentOf(annotation).start) : undefined
      }
      names={names}
      proposal={proposal}
      inside={inside}
      sharing={sharing}
      shortcuts={shortcuts}
      tools={tools}
      onTool={commands.run}
      request={desk.fieldRequest}
      onEditAnnotation={(id, edit) => void applyAnnotationEdit(workspace, id, edit)}
      onEditArticle={(id, edit) => void applyArticleEdit(workspace, id, edit)}
      onAcceptProposal={() => void acceptProposal(workspace)}
      onDelete={(id) => void removeAnnotation(workspace, id)}
      onSelect={(id) => open && goTo(workspace, open, id)}
      onRevealFragment={(id, index) => {
        const fragment = open?.index.get(id)?.fragments[index];
        if (fragment) screen.setState({ reveal: { ...fragment } });
      }}
      onRemoveFragment={(id, index) => void removeFragment(workspace, id, index)}
      onDeselect={() => screen.setState({ selected: null, acting: 'caret' })}
      onCopy={desk.copy}
      onUnread={() => takeBackUnread(workspace, () => ({}))}
      onLeave={() => desk.reader()?.focus()}
    />
  );
  if (historyOpen)
    return (
      <HistoryPart
        desk={desk}
        onClose={() => screen.setState({ historyOpen: false })}
        onUnread={() => takeBackUnread(workspace, () => ({ historyOpen: false }))}
      />
    );
  if (!open) return inspector;
  return (
    <RightColumn
      share={share}
      onShare={(inspectorShare) => void changeSettings(workspace, { inspectorShare })}
      inspector={inspector}
      list={
        <AnnotationListPane
          desk={desk}
          open={open}
          shown={shown}
          onShown={setShown}
          language={article?.language}
        />
      }
    />
  );
});

/** What is offered for the selected annotation beside its fields. */
const toolIds = [
  ['adjust', 'annotation.adjust'],
  ['tagAll', 'tag.all'],
  ['deleteAll', 'annotation.deleteAll'],
  ['quote', 'edit.copyQuotation'],
] as const;

/** What the index holds of the selected annotation. */
function lookUp(state: ScreenState, selected: AnnotationId | null) {
  const open = state.article;
  const annotation = (selected && open?.index.get(selected)) ?? null;
  return {
    annotation,
    inside: open && annotation ? annotationsInside(open, annotation) : [],
    sharing: open && annotation ? open.index.sharing(annotation) : [],
    proposal: proposalFor({ ...state, selected }),
  };
}

function annotationsInside({ index }: OpenArticle, outer: Annotation): readonly Annotation[] {
  if (outer.body.kind !== 'claim') return [];
  const extent = extentOf(outer);
  return index
    .touching(extent)
    .filter((inner) => inner.id !== outer.id && contains(extent, extentOf(inner)));
}

/** The object without the keys whose value is undefined. */
function definedOnly<Key extends string>(
  record: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Partial<Record<Key, string>>;
}
