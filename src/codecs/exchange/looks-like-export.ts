import { exportFormats } from '../../core/formats';
import { hasEnding } from '../file-ending';
import { exportFormat } from './format';

/** How much of either end of a file is looked at to tell what it is. */
const glance = 4_096;

/** Whether a file, by its name and its ends, is meant to be an export of this program, sound or not. */
export function looksLikeExport(fileName: string, bytes: Uint8Array): boolean {
  if (!hasEnding(fileName, exportFormats[exportFormat])) return false;
  const decoder = new TextDecoder();
  const head = decoder.decode(bytes.subarray(0, glance)).trimStart();
  const tail = decoder.decode(bytes.subarray(Math.max(0, bytes.length - glance)));
  return head.startsWith('{') && [head, tail].some((part) => formatKey.test(part));
}

const formatKey = new RegExp(`"format"\\s*:\\s*"${exportFormat}"`);
