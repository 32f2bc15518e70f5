import { readDateline } from './dateline';
import type { EdgeLines } from './lines';
import { outlets } from './outlets';

const footerUnits = 160;

/**
 * The outlet that a text names plainly: by its site in the footer, its masthead, its signature on a line of its own at
 * the end, or its dateline, in this order (a newspaper's page often carries an agency's story).
 */
export function findOutlet({ head, tail }: EdgeLines): string | undefined {
  const footer = tail.filter((line) => line.length <= footerUnits);
  const byFooter = footer.map(outletOfFooter).find((name) => name !== undefined);
  if (byFooter !== undefined) return byFooter;
  const byMasthead = head.slice(0, 3).map(outletOfSignature).find(Boolean);
  if (byMasthead !== undefined) return byMasthead;
  const bySignature = tail.slice(0, 4).map(outletOfSignature).find(Boolean);
  if (bySignature !== undefined) return bySignature;
  const dateline = head.map(readDateline).find((found) => found !== null);
  if (dateline) return outletOfSignature(dateline.agency);
  return outlets.find(({ marks }) => marks?.some((mark) => tail[0]?.trimEnd().endsWith(mark)))
    ?.name;
}

/** The outlet whose signature, apart from a page number, is all of `line`. */
export function outletOfSignature(line: string): string | undefined {
  const words = line
    .normalize('NFC')
    .replace(/^[\s([【]+|[\s)\]】]+$/gu, '')
    .replace(/\s+\d{1,3}$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return outlets.find(({ signatures }) =>
    signatures?.some((signature) => signature.toLowerCase() === words),
  )?.name;
}

function outletOfFooter(line: string): string | undefined {
  const lower = line.toLowerCase();
  return outlets.find(
    ({ hosts, marks }) =>
      hosts?.some((host) => namesHost(lower, host)) ||
      marks?.some((mark) => lower.includes(mark.toLowerCase())),
  )?.name;
}

/** Whether `host`, alone or with a name before it, stands in `line` as a whole. */
function namesHost(line: string, host: string): boolean {
  const at = line.indexOf(host);
  return (
    at >= 0 && !/[\w-]/.test(line[at - 1] ?? ' ') && !/[\w-]/.test(line[at + host.length] ?? ' ')
  );
}
