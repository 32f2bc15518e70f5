import { z } from 'zod';
import { actsOf } from '../../core/acts';
import type { ChangeEntry } from '../../core/change';
import { isNewer, upgradeRows } from '../../core/records/upgrade';
import { err, ok, type Result } from '../../core/result';
import type { BackupFault } from './backup-fault';
import { entrySchema } from './entry-schema';
import { checkLine, parseLine } from './json-line';

const actSchema = z.array(entrySchema).min(1);

/**
 * Reads a record of the journal, which may be damaged or forged: nothing but the entries of one act, numbered without a
 * gap and each of the right shape, comes out.
 */
export function decodeAct(bytes: Uint8Array): Result<readonly ChangeEntry[], BackupFault> {
  const text = decodeUtf8(bytes);
  if (text === null) return err({ code: 'not-text', line: 1, place: '' });
  const parsed = parseLine(text, 1);
  if (!parsed.ok) return parsed;
  if (Array.isArray(parsed.value)) {
    const newer = parsed.value.findIndex((entry: unknown) => isNewer(versionsOf(entry)));
    if (newer >= 0) return err({ code: 'newer', line: 1, place: `/${newer}/versions` });
  }
  const act = checkLine(actSchema, upgradeRows('entries', parsed.value), 1);
  if (!act.ok) return act;
  const first = act.value[0]?.seq ?? 0;
  const stray = act.value.findIndex(({ seq }, index) => seq !== first + index);
  const [, second] = actsOf(act.value);
  const index = stray > 0 ? stray : second?.[0] ? act.value.indexOf(second[0]) : null;
  return index === null
    ? ok(act.value)
    : err({ code: 'out-of-place', line: 1, place: `/${index}` });
}

function versionsOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'versions' in entry ? entry.versions : null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
