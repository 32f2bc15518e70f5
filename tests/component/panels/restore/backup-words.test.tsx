import { describe, expect, it } from 'vitest';
import type { FileErrorCode } from '../../../../src/preload/contract';
import { type Catalogue, en } from '../../../../src/renderer/i18n/en';
import { ko } from '../../../../src/renderer/i18n/ko';
import { explainRestoreProblem } from '../../../../src/renderer/panels/restore/words-of-restore';
import type { StoreErrorCode } from '../../../../src/renderer/storage/store-error';

/** Does not compile when a failure of the service or the store has no words. */
const everyFileError: Readonly<Record<FileErrorCode, keyof Catalogue['backupErrors']>> = {
  missing: 'missing',
  'is-folder': 'is-folder',
  'not-a-file': 'not-a-file',
  'too-large': 'too-large',
  'permission-denied': 'permission-denied',
  'disk-full': 'disk-full',
  'changed-while-reading': 'changed-while-reading',
  'not-verified': 'not-verified',
  stale: 'stale',
  cancelled: 'cancelled',
  refused: 'refused',
  system: 'system',
};
const storeErrors = [
  'no-space',
  'closed',
  'conflict',
  'newer-version',
  'system',
] as const satisfies readonly StoreErrorCode[];
const folder = '/somewhere/backup';

describe.each(Object.entries({ en, ko }))('in %s', (_language, words) => {
  it.each(Object.values(everyFileError))('says why nothing is in the backup: %s', (code) => {
    const { why, next } = words.backupErrors[code]({ folder, detail: 'EIO' });
    expect(words.backup.savedNotKept(why)).toMatch(/\S: \S.*[^.]\.$/);
    expect(next).toMatch(/[^.]\.$/);
  });

  it('names the folder where a person has to go there', () => {
    const named = Object.values(everyFileError).filter((code) =>
      words.backupErrors[code]({ folder }).next.includes(folder),
    );
    expect(named).toEqual(['missing', 'is-folder', 'not-a-file', 'permission-denied']);
  });

  it.each([...Object.values(everyFileError), ...storeErrors, 'damaged', 'gap'] as const)(
    'says why nothing was restored, in three parts: %s',
    (code) => {
      for (const facts of [{}, { fileName: 'snapshot-1.gz', detail: 'EIO' }]) {
        const { what, safe, next } = explainRestoreProblem(words, { code, ...facts });
        for (const part of [what, safe, next]) expect(part).toMatch(/[^.]\.$/);
      }
    },
  );

  it('tells in a notice what became of the backup', () => {
    const { folderLost, journalDamaged, restored } = words.backupNotices;
    expect(folderLost.more(folder)).toContain(folder);
    for (const part of [
      folderLost.text,
      journalDamaged.text,
      journalDamaged.more,
      restored.text(12, 340),
    ])
      expect(part).toMatch(/\.$/);
    expect(restored.text(12, 340)).toMatch(/12.*340/);
    expect(restored.more({ missingTexts: 0, keptAside: true })).not.toMatch(/\d/);
    expect(restored.more({ missingTexts: 2, keptAside: false })).toContain('2');
  });

  it('counts every kind of fault', () => {
    for (const { what, count } of Object.values(words.health.codes)) {
      expect(what).toMatch(/\.$/);
      expect(count(1)).toContain('1');
      expect(count(2_000)).toContain('2,000');
    }
  });
});
