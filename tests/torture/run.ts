import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TortureArticle } from './article';
import { flipBit, removeBackup } from './backup-faults';
import type { Draw } from './draw';
import { TortureHand } from './hand';
import { MarkModel, type MarkState } from './model';
import { foldersIn, Program, type RunFolders, type TortureTools } from './program';
import { exportAll, recover } from './recovery';
import type { Interruption, Scenario } from './scenario';
import { copyStore, meetFate } from './store-faults';
import { judgeRecovery, type Verdict } from './verdict';

/** What came of one run. */
export interface RunOutcome extends Verdict {
  /** From the start of the program until everything was back, in milliseconds; the longest of the run. */
  readonly recoveryMs: number;
  /** Why the run could not be brought to its end, such as a program that did not say that the disk is full; else null. */
  readonly broken: string | null;
  /** Where its things are, when they were kept. */
  readonly folder: string | null;
}

/** Which runs leave their folders: those that found something, all, or none. */
export type Keep = 'found' | 'all' | 'none';

/** With so many acts something has been called saved before the interruption, however slow the machine is. */
const fewestActs = 12;

/** What a run is made of. */
export interface RunPlan {
  readonly tools: TortureTools;
  readonly article: TortureArticle;
  readonly scenario: Scenario;
  readonly draw: Draw;
  readonly keep: Keep;
}

/** One run: works, is interrupted, starts again, and holds what is there against what was acknowledged. */
export async function tortureOnce(plan: RunPlan): Promise<RunOutcome> {
  const { tools, article, keep } = plan;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-torture-'));
  const program = new Program(tools, foldersIn(folder));
  const run = new TortureRun({ ...plan, folder, program });
  let broken: string | null = null;
  try {
    await mkdir(join(folder, 'articles'));
    await writeFile(run.articlePath, article.text);
    await run.go();
  } catch (cause) {
    broken = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  } finally {
    await program.killAll();
  }
  const { verdict, recoveryMs } = run;
  const found = broken !== null || verdict.lost + verdict.wrong > 0;
  const isKept = keep === 'all' || (keep === 'found' && found);
  if (!isKept) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { ...verdict, recoveryMs, broken, folder: isKept ? folder : null };
}

interface RunParts extends RunPlan {
  readonly folder: string;
  readonly program: Program;
}

class TortureRun {
  readonly articlePath: string;
  verdict: Verdict = { acknowledged: 0, recovered: 0, lost: 0, wrong: 0 };
  recoveryMs = 0;
  readonly #parts: RunParts;
  readonly #model: MarkModel;
  readonly #folders: RunFolders;
  readonly #aside: string;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#model = new MarkModel(parts.article.words.length);
    this.#folders = foldersIn(parts.folder);
    this.#aside = join(parts.folder, 'aside');
    this.articlePath = join(parts.folder, 'articles', parts.article.fileName);
  }

  async go(): Promise<void> {
    const { program, article, scenario, draw } = this.#parts;
    await program.start([this.articlePath]);
    const hand = new TortureHand({ page: program.page, article, model: this.#model, draw });
    await program.page.getByRole('article').getByText(article.text.slice(0, 30)).waitFor();
    await hand.untilSaved();
    await hand.begin();
    await this.#workFor(hand, draw.whole(300, 1500), fewestActs);
    await copyStore(this.#folders.profile, this.#aside);
    await this.#disturb(hand);
    await this.#workUntilInterrupted(hand);
    await this.#harm();
    const recovered = await this.#holdAgainst(this.#model.allowed);
    if (scenario.deletedAfterwards && recovered) await this.#deleteOnceMore(recovered);
  }

  /** Works for so long; on a slow machine longer, until as many acts are done as are asked for. */
  async #workFor(hand: TortureHand, milliseconds: number, fewest = 0): Promise<void> {
    const end = AbortSignal.timeout(milliseconds);
    for (let done = 0; done < fewest; done += 1) await hand.act();
    await this.#workUntil(hand, end);
  }

  async #workUntil(hand: TortureHand, end: AbortSignal): Promise<void> {
    while (!end.aborted) await hand.act();
  }

  async #disturb(hand: TortureHand): Promise<void> {
    const { program, draw, scenario } = this.#parts;
    switch (scenario.disturbance.kind) {
      case 'none':
        return;
      case 'backed-up':
        await hand.backUp();
        return;
      case 'disk-full':
        program.tell({ kind: 'full', isFull: true });
        hand.patient = false;
        await this.#workFor(hand, draw.whole(300, 1500));
        await hand.untilWarned();
        await this.#workFor(hand, draw.whole(100, 500));
        program.tell({ kind: 'full', isFull: false });
        await hand.untilSaved();
        hand.patient = true;
        return;
      case 'backup-removed':
        await removeBackup(this.#folders.data);
        await this.#workFor(hand, draw.whole(300, 1500));
        await hand.untilSaved();
    }
  }

  /** Works on while the interruption comes: whatever fails from then on is the interruption's doing. */
  async #workUntilInterrupted(hand: TortureHand): Promise<void> {
    const { draw, scenario } = this.#parts;
    const over = new AbortController();
    let isInterrupted = false;
    const working = this.#workUntil(hand, over.signal).catch((cause: unknown) => {
      if (!isInterrupted) throw cause;
    });
    await Promise.race([wait(draw.whole(200, 2500)), working]);
    isInterrupted = true;
    await this.#interrupt(scenario.interruption);
    over.abort();
    await working;
  }

  async #interrupt(interruption: Interruption): Promise<void> {
    const { program } = this.#parts;
    switch (interruption.kind) {
      case 'page-killed':
        return program.killPages();
      case 'shell-killed':
        return program.killShell();
      case 'browser-killed':
        return program.killBrowser();
      case 'power-cut':
        if (interruption.tear) {
          program.tell({ kind: 'tear', tear: interruption.tear });
          await program.shellEnds(5000);
        }
        return program.killAll();
    }
  }

  /** Does what is done while nothing runs. */
  async #harm(): Promise<void> {
    const { draw, scenario } = this.#parts;
    if (scenario.flipped) await flipBit(this.#folders.data, scenario.flipped, draw);
    await meetFate(scenario.store, {
      profile: this.#folders.profile,
      aside: this.#aside,
      draw,
    });
  }

  async #holdAgainst(allowed: readonly [MarkState, ...MarkState[]]): Promise<MarkState | null> {
    const { program, tools, article } = this.#parts;
    this.recoveryMs = Math.max(this.recoveryMs, await recover(program));
    const found = await exportAll(program, tools);
    const { match, ...verdict } = judgeRecovery(found, allowed, article);
    this.verdict = worse(this.verdict, verdict);
    return match;
  }

  /** What the program has brought back and called saved must come back from the backup alone, too. */
  async #deleteOnceMore(recovered: MarkState): Promise<void> {
    const { program, draw } = this.#parts;
    await program.killAll();
    await meetFate('deleted', { profile: this.#folders.profile, aside: this.#aside, draw });
    await this.#holdAgainst([recovered]);
  }
}

/** What to tell of two verdicts: what was lost or wrong in either. */
function worse(first: Verdict, second: Verdict): Verdict {
  return {
    acknowledged: Math.max(first.acknowledged, second.acknowledged),
    recovered: second.recovered,
    lost: first.lost + second.lost,
    wrong: first.wrong + second.wrong,
  };
}
