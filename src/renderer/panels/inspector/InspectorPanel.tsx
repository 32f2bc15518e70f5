import { type KeyboardEvent, useState } from 'react';
import type { Annotation } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { DateProposal } from '../../../core/dates/propose';
import type { KindCounts } from '../../../core/health/finding';
import type { AnnotationId, ArticleId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { lazyPart } from '../../ui/lazy-part';
import { ArticleFacts } from './ArticleFacts';
import css from './InspectorPanel.module.css';
import type {
  AnnotationEdit,
  ArticleEdit,
  FieldRequest,
  InspectorShortcuts,
  InspectorTool,
} from './inspector-edits';

/** What `InspectorPanel` takes. */
export interface InspectorPanelProps {
  /** The open article, or null when none is. */
  readonly article: Article | null;
  /** How many mentions of each kind the open article has. */
  readonly counts?: KindCounts | undefined;
  /** The selected annotation, or null for the article's own facts. */
  readonly annotation: Annotation | null;
  /** Where the annotation begins, from 1. */
  readonly paragraph?: number | undefined;
  /** Names that enterprises already go by, best first. */
  readonly names: readonly string[];
  /** A value for the words of the selected date, from `proposeDate`. */
  readonly proposal: DateProposal | null;
  /** The annotations inside the selected claim, in reading order; those of other kinds are passed over. */
  readonly inside: readonly Annotation[];
  /** The other annotations of the same words and kind, in reading order. */
  readonly sharing?: readonly Annotation[] | undefined;
  readonly shortcuts: InspectorShortcuts;
  /** Offered below the kind. */
  readonly tools?: readonly InspectorTool[];
  readonly onTool?: (id: string) => void;
  /** Puts the focus into a field when a new object comes. */
  readonly request?: FieldRequest | null;
  readonly onEditAnnotation: (id: AnnotationId, edit: AnnotationEdit) => void;
  readonly onEditArticle: (id: ArticleId, edit: ArticleEdit) => void;
  readonly onAcceptProposal: (id: AnnotationId) => void;
  readonly onDelete: (id: AnnotationId) => void;
  /** Brings one fragment of an annotation that has several into view, by its index from 0. */
  readonly onRevealFragment?: ((id: AnnotationId, index: number) => void) | undefined;
  /** Takes one fragment from an annotation that has several. */
  readonly onRemoveFragment?: ((id: AnnotationId, index: number) => void) | undefined;
  readonly onSelect: (id: AnnotationId) => void;
  readonly onDeselect: () => void;
  readonly onCopy: (text: string) => void;
  /** The script of the fields of an annotation could not be read. */
  readonly onUnread?: () => void;
  /** A field was finished by Enter, or left by Escape: back to the text. */
  readonly onLeave?: () => void;
}

const AnnotationFormPart = lazyPart(() => import('./AnnotationForm'));

/** What is known of the selected annotation, or of the article while none is selected, and the fields to change it. */
export function InspectorPanel(props: InspectorPanelProps) {
  const { article, annotation, request = null } = props;
  const words = useWords();
  const [unfinished, setUnfinished] = useState<ReadonlyMap<AnnotationId, UnfinishedDate>>(
    new Map(),
  );

  // A request that comes before its annotation is drawn is answered when it is.
  const [answered, setAnswered] = useState<FieldRequest | null>(null);

  return (
    // Keys that the fields leave over mean that the person is done with them.
    <div role="none" className={css.panel} onKeyDown={(event) => leave(event, props.onLeave)}>
      {annotation && (
        // The key gives each annotation fields of its own: what is typed for one is stored for that one.
        <AnnotationFormPart
          {...props}
          key={annotation.id}
          request={request === answered ? null : request}
          onAnswered={setAnswered}
          annotation={annotation}
          language={article?.language}
          unfinished={unfinishedFor(annotation, unfinished)}
          onUnfinished={(text) => {
            setUnfinished((before) => {
              const after = new Map(before);
              if (text === null) after.delete(annotation.id);
              else after.set(annotation.id, { text, beside: valueOf(annotation) });
              return after;
            });
          }}
        />
      )}
      {!annotation && article && (
        <ArticleFacts
          key={article.id}
          article={article}
          counts={props.counts}
          onEdit={(edit) => props.onEditArticle(article.id, edit)}
          onCopy={props.onCopy}
        />
      )}
      {!annotation && !article && <p className={css.empty}>{words.inspector.empty}</p>}
    </div>
  );
}

/** A date value that was typed but is no date yet, kept until its annotation is shown again. */
interface UnfinishedDate {
  readonly text: string;
  /** The stored value then: what was typed is of no use once there is another. */
  readonly beside: string | undefined;
}

function unfinishedFor(
  annotation: Annotation,
  all: ReadonlyMap<AnnotationId, UnfinishedDate>,
): string | undefined {
  const held = all.get(annotation.id);
  return held && held.beside === valueOf(annotation) ? held.text : undefined;
}

function valueOf({ body }: Annotation): string | undefined {
  return body.kind === 'date' ? body.edtf : undefined;
}

/** Goes back to the text by Escape, and by Enter (with Ctrl or ⌘ where Enter starts a line) from what was accepted. */
function leave(event: KeyboardEvent, onLeave: (() => void) | undefined): void {
  const { target, key } = event;
  if (!onLeave || !(target instanceof HTMLElement)) return;
  const isField = target.matches('input, textarea');
  const isFinished = key === 'Enter' && (target.matches('input') || event.ctrlKey || event.metaKey);
  if (!isField || !(key === 'Escape' || isFinished)) return;
  event.stopPropagation();
  // A value that is not accepted says so only after this event, and keeps the focus.
  requestAnimationFrame(() => {
    if (key === 'Escape' || target.getAttribute('aria-invalid') !== 'true') onLeave();
  });
}
