import {
  type HealthFinding,
  type HealthProgress,
  type HealthReport,
  listedFindings,
} from '../../core/health/finding';
import type { Sha256 } from '../../core/ids';
import { articlesToCheck, checkArticle } from './check-article';
import { checkLog } from './check-log';
import type { Database } from './db';
import { hashOfText } from './hash-of-text';
import { steadily } from './steadily';

/**
 * Checks a whole store, text by text and article by article, while it is in use: what is being changed is read again
 * until it stood still. No more than one text and one page of annotations is held.
 */
export async function checkDatabase(
  database: Database,
  onProgress: (progress: HealthProgress) => void,
): Promise<HealthReport> {
  const list = new FindingList();
  const total = (await database.texts.count()) + (await database.articles.count());
  let done = 0;
  const advance = (): void => {
    done += 1;
    onProgress({ done: Math.min(done, total), total });
  };
  onProgress({ done, total });
  const wrongTexts = await findWrongTexts(database, advance);
  let articles = 0;
  let annotations = 0;
  for await (const articleId of articlesToCheck(database)) {
    const checked = await steadily(database, () => checkArticle(database, articleId, wrongTexts));
    for (const finding of checked.findings) list.add(finding);
    list.addUnlisted(checked.findingCount - checked.findings.length);
    annotations += checked.annotations;
    if (!checked.isThere) continue;
    articles += 1;
    advance();
  }
  for (const finding of await steadily(database, () => checkLog(database))) list.add(finding);
  return { ...list.state, articles, annotations };
}

/** The hashes of the texts that are not what they are kept under. */
async function findWrongTexts(
  database: Database,
  onChecked: () => void,
): Promise<ReadonlySet<Sha256>> {
  const wrong = new Set<Sha256>();
  for (const hash of await database.texts.toCollection().primaryKeys()) {
    const row = await database.texts.get(hash);
    if (row && (await hashOfText(row.text)) !== hash) wrong.add(hash);
    onChecked();
  }
  return wrong;
}

/** The first findings, and how many there are in all. */
class FindingList {
  readonly #findings: HealthFinding[] = [];
  #count = 0;

  get state(): Pick<HealthReport, 'findings' | 'findingCount'> {
    return { findings: this.#findings, findingCount: this.#count };
  }

  add(finding: HealthFinding): void {
    this.#count += 1;
    if (this.#findings.length < listedFindings) this.#findings.push(finding);
  }

  /** Counts findings that were not kept. */
  addUnlisted(count: number): void {
    this.#count += count;
  }
}
