import { err, ok, type Result } from '../result';
import { boundDays } from './edtf-bounds';
import { parseEdtfPoint } from './edtf-point';
import type { EdtfEnd, EdtfError, EdtfInterval, EdtfValue } from './edtf-value';

/**
 * Reads a value of the Extended Date/Time Format (ISO 8601-2:2019), level 1 without times of day, and `X` inside
 * month or day from level 2. Nothing is trimmed or mended, and only days that exist are taken. What else the standard
 * allows at level 2 is `unsupported` or `not-edtf`, never read as something near it.
 */
export function parseEdtf(value: string): Result<EdtfValue, EdtfError> {
  if (value === '') return err({ code: 'empty', at: 0 });
  if (/^[[{]/.test(value)) return err({ code: 'unsupported', at: 0, feature: 'set' });
  const slash = value.indexOf('/');
  return slash < 0 ? parseEdtfPoint(value, 0) : parseInterval(value, slash);
}

function parseInterval(value: string, slash: number): Result<EdtfInterval, EdtfError> {
  const second = value.indexOf('/', slash + 1);
  if (second >= 0) return err({ code: 'not-edtf', at: second });
  const start = parseEnd(value.slice(0, slash), 0);
  if (!start.ok) return start;
  const end = parseEnd(value.slice(slash + 1), slash + 1);
  if (!end.ok) return end;
  const interval: EdtfInterval = { kind: 'interval', start: start.value, end: end.value };
  if (typeof interval.start === 'string' && typeof interval.end === 'string') {
    return err({ code: 'interval-without-date', at: 0 });
  }
  if (isBackwards(interval)) return err({ code: 'interval-backwards', at: slash + 1 });
  return ok(interval);
}

function parseEnd(text: string, base: number): Result<EdtfEnd, EdtfError> {
  if (text === '') return ok('unknown');
  if (text === '..') return ok('open');
  const point = parseEdtfPoint(text, base);
  if (!point.ok) return point;
  if (point.value.kind === 'date') return ok(point.value);
  return err({ code: 'unsupported', at: base, feature: `${point.value.kind}-in-interval` });
}

function isBackwards({ start, end }: EdtfInterval): boolean {
  if (typeof start === 'string' || typeof end === 'string') return false;
  return boundDays(start).earliest > boundDays(end).latest;
}
