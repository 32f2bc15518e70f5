import {
  type Annotation,
  type AnnotationKind,
  emptyBody,
} from '../../../../core/annotation/annotation';
import { deleteAnnotation, editBody } from '../../../../core/annotation/edits';
import type { Change, ChangeLabel } from '../../../../core/change';
import type { AnnotationId } from '../../../../core/ids';
import { patch } from '../../../../core/records/patch';
import { sameValue } from '../../../../core/same-value';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';

/** Takes annotations away, also of several articles, as one step of undo. */
export async function removeAnnotations(
  workspace: Workspace,
  ids: readonly AnnotationId[],
): Promise<void> {
  const removed = await changeEach(workspace, {
    ids,
    change: deleteAnnotation,
    labelOf: (count) => ({ code: 'delete-annotations', count }),
  });
  const { screen } = workspace;
  const { selected } = screen.getState();
  if (selected && removed.has(selected)) screen.setState({ selected: null });
}

/**
 * Gives annotations another kind, as one step of undo. What was said of them as the old kind goes, and comes back by
 * undo; those that have the kind already stay as they are.
 */
export async function changeKinds(
  workspace: Workspace,
  ids: readonly AnnotationId[],
  kind: AnnotationKind,
): Promise<void> {
  await changeEach(workspace, {
    ids,
    change: (annotation, at) =>
      annotation.body.kind === kind ? null : editBody(annotation, emptyBody(kind), at),
    labelOf: (count) => ({ code: 'change-kinds', kind, count }),
  });
}

/**
 * Sets the name that enterprises should go by, as one step of undo; null takes it away. Annotations of other kinds, and
 * those with the name already, stay as they are.
 */
export async function nameEnterprises(
  workspace: Workspace,
  ids: readonly AnnotationId[],
  name: string | null,
): Promise<void> {
  await changeEach(workspace, {
    ids,
    change: (annotation, at) => {
      const { body } = annotation;
      if (body.kind !== 'enterprise') return null;
      const named = patch(body, { name: name || undefined });
      return sameValue(body, named) ? null : editBody(annotation, named, at);
    },
    labelOf: (count) => ({ code: 'name-enterprises', name: name ?? '', count }),
  });
}

interface EachChange {
  readonly ids: readonly AnnotationId[];
  /** What becomes of one of them; null leaves it as it is. */
  readonly change: (annotation: Annotation, at: string) => Change | null;
  /** What the history says when there are several; a single change keeps its own label. */
  readonly labelOf: (count: number) => ChangeLabel;
}

/**
 * Changes each as it is when all acts before have been applied, in one act; at once when all are of the open article.
 * Returns the ids of what was changed.
 */
async function changeEach(
  { store, queries, screen }: Workspace,
  { ids, change, labelOf }: EachChange,
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(ids)];
  const build = (annotations: readonly Annotation[], at: string): Change | null => {
    const changes = annotations.flatMap((annotation) => change(annotation, at) ?? []);
    const [first] = changes;
    if (!first || changes.length === 1) return first ?? null;
    return { label: labelOf(changes.length), records: changes.flatMap(({ records }) => records) };
  };
  const findHere = (): readonly Annotation[] =>
    wanted.flatMap((id) => screen.getState().article?.index.get(id) ?? []);
  const outcome =
    findHere().length === wanted.length
      ? await store.applyAtOnce((at) => build(findHere(), at))
      : await store.applyLatest(async (at) => build(await queries.annotations(wanted), at));
  const [entry] = outcome.ok ? outcome.value : [];
  if (!entry) return new Set();
  const { label, records } = entry.change;
  if (records.length > 1) tell(screen, { kind: 'done', label });
  return new Set(records.map(({ id }) => id));
}
