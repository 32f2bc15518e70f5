import { tables } from '../../core/records/records';
import { isNewer, upgradeRows } from '../../core/records/upgrade';
import { err, ok, type Result } from '../../core/result';
import type { SnapshotBatch, SnapshotFacts, SnapshotHead, SnapshotTail } from '../../core/snapshot';
import { placeOf } from '../exchange/fault';
import type { BackupFault } from './backup-fault';
import { GunzipError, gunzip } from './gzip';
import { checkLine, parseLine } from './json-line';
import { noRows } from './row-counts';
import { snapshotFormat, snapshotVersion } from './snapshot-format';
import { endSchema, headSchema, rowSchemas } from './snapshot-schema';
import { LineError, textLines } from './text-lines';

/** Takes the rows of a snapshot, batch by batch; the next is read when this one is taken. */
export type TakeBatch = (batch: SnapshotBatch) => Promise<void> | void;

/**
 * Reads a snapshot, which may be damaged or forged. Rows are given out as they are read, each of the right shape; whether
 * all of them are there is known only at the end, so what was taken is to be thrown away when there is a fault. What
 * `chunks` and `take` throw is thrown on.
 */
export async function readSnapshot(
  chunks: AsyncIterable<Uint8Array>,
  take: TakeBatch,
): Promise<Result<SnapshotFacts, BackupFault>> {
  const reading = new SnapshotReading(take);
  try {
    for await (const text of textLines(gunzip(chunks))) {
      const outcome = await reading.takeLine(text);
      if (!outcome.ok) return outcome;
    }
    return reading.finish();
  } catch (thrown) {
    const line = reading.lines + 1;
    if (thrown instanceof LineError) return err({ code: thrown.code, line, place: '' });
    if (!(thrown instanceof GunzipError)) throw thrown;
    return err({ code: thrown.isCutOff ? 'truncated' : 'corrupt', line, place: '' });
  }
}

/** A snapshot in the course of being read. */
class SnapshotReading {
  /** How many lines were taken so far. */
  lines = 0;
  readonly #take: TakeBatch;
  readonly #counts = noRows();
  #head: SnapshotHead | null = null;
  #tail: SnapshotTail | null = null;
  #lastSeq = 0;

  constructor(take: TakeBatch) {
    this.#take = take;
  }

  async takeLine(text: string): Promise<Result<null, BackupFault>> {
    const line = this.lines + 1;
    const parsed = parseLine(text, line);
    if (!parsed.ok) return parsed;
    if (this.#tail) return err({ code: 'out-of-place', line, place: '' });
    const outcome = this.#head
      ? await this.#takeRows(parsed.value, line)
      : this.#takeHead(parsed.value);
    if (outcome.ok) this.lines = line;
    return outcome;
  }

  /** All lines are taken. */
  finish(): Result<SnapshotFacts, BackupFault> {
    return this.#head && this.#tail
      ? ok({ ...this.#head, ...this.#tail })
      : err({ code: 'truncated', line: this.lines + 1, place: '' });
  }

  #takeHead(value: unknown): Result<null, BackupFault> {
    const said = fieldsOf(value);
    if (said['format'] !== snapshotFormat) return err({ code: 'foreign', line: 1, place: '' });
    const version = said['formatVersion'];
    if (typeof version === 'number' && version > snapshotVersion)
      return err({ code: 'newer', line: 1, place: '/formatVersion' });
    if (isNewer(said['versions'])) return err({ code: 'newer', line: 1, place: '/versions' });
    const checked = checkLine(headSchema, value, 1);
    if (!checked.ok) return checked;
    const { format: _format, formatVersion: _formatVersion, ...head } = checked.value;
    this.#head = head;
    return ok(null);
  }

  async #takeRows(value: unknown, line: number): Promise<Result<null, BackupFault>> {
    const [key = '', another] = Object.keys(fieldsOf(value));
    if (key === 'end') return this.#takeEnd(value, line);
    const stray = isBatchKind(key) ? another : key;
    if (stray !== undefined || !isBatchKind(key))
      return err({ code: 'wrong-value', line, place: stray ? placeOf('', stray) : '' });
    const read = upgradeRows(key, fieldsOf(value)[key], this.#head?.versions);
    const rows = checkLine(rowSchemas[key], read, line, placeOf('', key));
    if (!rows.ok) return rows;
    const batch = { kind: key, rows: rows.value } as SnapshotBatch;
    this.#counts[key] += batch.rows.length;
    if (batch.kind === 'entries') this.#lastSeq = batch.rows.at(-1)?.seq ?? this.#lastSeq;
    await this.#take(batch);
    return ok(null);
  }

  #takeEnd(value: unknown, line: number): Result<null, BackupFault> {
    const checked = checkLine(endSchema, value, line);
    if (!checked.ok) return checked;
    const { end } = checked.value;
    for (const key of [...tables, 'entries'] as const)
      if ((end[key] ?? 0) !== this.#counts[key])
        return err({ code: 'counts-differ', line, place: placeOf('', 'end', key) });
    if (end.to !== this.#lastSeq || (this.#head?.from ?? 0) > end.to)
      return err({ code: 'counts-differ', line, place: '/end/to' });
    this.#tail = end;
    return ok(null);
  }
}

function isBatchKind(key: string): key is SnapshotBatch['kind'] {
  return Object.hasOwn(rowSchemas, key);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
