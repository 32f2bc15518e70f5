import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { Article } from '../../../src/core/article';
import { makeId } from '../../../src/core/ids';
import {
  decisionsFor,
  type ImportConflict,
  type ImportPlan,
  recordsOf,
} from '../../../src/core/import/import-plan';
import type { ImportedArticle } from '../../../src/core/import/imported-article';
import { compareImport } from '../../../src/renderer/workspace/actions/import/import-compare';
import type { Workspace } from '../../../src/renderer/workspace/workspace';
import type { Random } from '../random';
import { someAnnotation, someArticles } from '../some-articles';
import type { FuzzTarget } from '../target';

/** What is stored, as far as an import meets it. */
interface Project {
  readonly articles: Map<string, Article>;
  readonly annotations: Map<string, Annotation>;
}

/** Import plans: every record is counted once, replaces what is there, and importing again comes to an end. */
export const importsTarget: FuzzTarget = {
  name: 'imports',
  make(random) {
    const stored = someArticles(random, 3);
    const imported = random.chance(0.9) ? editAll(random, stored) : someArticles(random, 3);
    const decisions = random.some(30, () => random.below(3));
    return {
      input: JSON.stringify({ stored, imported, decisions }),
      async check() {
        const project = open(stored);
        const workspace = workspaceOf(project);
        const plan = await planOf(workspace, imported);
        checkCounts(plan, imported);
        const decided = [...decisions];
        store(project, workspace, plan, (conflict) => {
          const choices = decisionsFor(conflict);
          return choices[(decided.pop() ?? 0) % choices.length] ?? 'mine';
        });
        // Twice: what was taken for a record here that the file itself changes is new once that is changed.
        for (let time = 0; time < 2; time += 1)
          store(project, workspace, await planOf(workspace, imported), () => 'theirs');
        const { articles, annotations } = await planOf(workspace, imported);
        deepStrictEqual([articles.fresh, articles.conflicting], [0, 0]);
        deepStrictEqual([annotations.fresh, annotations.conflicting], [0, 0]);
      },
    };
  },
};

/** The same articles as another copy of the project may have them; every id is there once, as in any sound export. */
function editAll(random: Random, stored: readonly ImportedArticle[]): ImportedArticle[] {
  const ids = [
    'm',
    'n',
    ...stored.flatMap(({ annotations }) => annotations.map(({ id }) => id.slice(4))),
  ];
  const seen = new Set<string>();
  const isNew = ({ id }: Annotation): boolean => !seen.has(id) && Boolean(seen.add(id));
  return stored
    .filter(() => random.chance(0.9))
    .map((one) => edit(random, one, ids))
    .map((one) => ({ ...one, annotations: one.annotations.filter(isNew) }));
}

function edit(
  random: Random,
  { article, text, annotations }: ImportedArticle,
  ids: readonly string[],
): ImportedArticle {
  const facts = random.chance(0.4) ? { title: random.pick(['Other', '=1+1']), note: 'n' } : {};
  const articleId = random.chance(0.2) ? makeId('art', `other-${article.id}`) : article.id;
  const kept = annotations
    .filter(() => random.chance(0.8))
    .map((annotation): Annotation => ({ ...annotation, articleId }))
    .map((one) => (random.chance(0.3) ? { ...one, note: 'changed' } : one))
    .map((one) => (random.chance(0.1) ? { ...one, id: makeId('ann', `other-${one.id}`) } : one));
  const made = random.some(2, () =>
    someAnnotation(random, text, { id: makeId('ann', random.pick(ids)), articleId }),
  );
  return {
    article: { ...article, ...facts, id: articleId },
    text,
    annotations: [...kept, ...made.filter((one) => one !== null)],
  };
}

function open(stored: readonly ImportedArticle[]): Project {
  return {
    articles: new Map(stored.map(({ article }) => [article.id, article])),
    annotations: new Map(stored.flatMap((one) => one.annotations).map((one) => [one.id, one])),
  };
}

/** As much of a workspace as a comparison asks of it. */
function workspaceOf({ articles, annotations }: Project): Workspace {
  let drawn = 0;
  const ofArticle = (articleId: string) =>
    [...annotations.values()].filter((one) => one.articleId === articleId);
  const workspace = {
    queries: {
      listArticles: async () => [...articles.values()].map((article) => ({ article })),
      annotations: async (ids: readonly string[]) => ids.flatMap((id) => annotations.get(id) ?? []),
      async *annotationPages(articleId: string) {
        yield ofArticle(articleId);
      },
    },
    newId: (prefix: 'art' | 'ann') => {
      drawn += 1;
      return makeId(prefix, `drawn-${articles.size}-${annotations.size}-${drawn}`);
    },
  };
  return workspace as unknown as Workspace;
}

async function planOf(
  workspace: Workspace,
  imported: readonly ImportedArticle[],
): Promise<ImportPlan> {
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  const plan = await compareImport(workspace, imported, options);
  ok(plan, 'the comparison was stopped');
  return plan;
}

function checkCounts(plan: ImportPlan, imported: readonly ImportedArticle[]): void {
  const sum = ({ fresh, same, conflicting }: ImportPlan['articles']) => fresh + same + conflicting;
  strictEqual(sum(plan.articles), imported.length);
  strictEqual(sum(plan.annotations), imported.flatMap(({ annotations }) => annotations).length);
  strictEqual(plan.newAnnotations.length, plan.annotations.fresh);
}

/** Applies a plan as the store does: every record must be there as the change says it was. */
function store(
  { articles, annotations }: Project,
  { newId }: Workspace,
  plan: ImportPlan,
  decide: (conflict: ImportConflict) => 'mine' | 'theirs' | 'both',
): void {
  const records = recordsOf(plan, decide, () => newId('ann'));
  for (const { id, before, after } of records.articles) {
    deepStrictEqual(articles.get(id) ?? null, before);
    ok(after && after.id === id);
    articles.set(id, after);
  }
  for (const { id, before, after } of records.annotations) {
    deepStrictEqual(annotations.get(id) ?? null, before);
    ok(after && after.id === id);
    ok(articles.has(after.articleId), `${id} belongs to no article`);
    annotations.set(id, after);
  }
}
