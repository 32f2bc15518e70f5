import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDocument } from '../../../bench/documents/document';
import { writeExportedDocument } from '../../../bench/run/exported-document';
import { decodeExport } from '../../../src/codecs/exchange/decode-export';
import { extentOf } from '../../../src/core/annotation/annotation';

const plan = { title: 'Sheet', seed: 8, characters: 20_000, annotations: 700 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a document is written as an export that the program takes, with all of its annotations', async () => {
  const path = await writeExportedDocument(plan, join(folder, 'made', 'sheet.json'));
  const decoded = decodeExport(readFileSync(path));
  const document = makeDocument(plan);
  const [imported] = decoded.ok ? decoded.value.articles : [];
  expect(imported?.article.title).toBe('Sheet');
  expect(imported?.text).toBe(document.text);
  expect(
    imported?.annotations.map((annotation) => ({
      ...extentOf(annotation),
      kind: annotation.body.kind,
    })),
  ).toEqual(document.annotations);
});

it('the same document is written as the same file twice', async () => {
  const one = await writeExportedDocument(plan, join(folder, 'one.json'));
  const other = await writeExportedDocument(plan, join(folder, 'other.json'));
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
});
