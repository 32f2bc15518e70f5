import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../../src/core/result';
import { openPageFiles } from '../../../../../src/renderer/workspace/actions/opening/open-files';
import { memoryDesktop } from '../../memory-desktop';
import { openTestWorkspace, type TestWorkspace } from '../../test-workspace';

let workspace: TestWorkspace;
let steps: string[];

beforeEach(async () => {
  steps = [];
  const setOpening = async (fileName: string | null) => {
    steps.push(`main knows ${fileName}`);
    return ok(null);
  };
  workspace = await openTestWorkspace({ ...memoryDesktop([]), setOpening });
});

afterEach(() => workspace.database.close());

/** A file that says when it is read. */
function file(name: string, words: string): File {
  const made = new File([words], name);
  const read = made.arrayBuffer.bind(made);
  made.arrayBuffer = () => {
    steps.push(`read ${name}`);
    return read();
  };
  return made;
}

describe('main knows what is being opened', () => {
  it('before each file is read, and that none is when all are', async () => {
    await openPageFiles(workspace, [file('a.txt', 'One.'), file('b.txt', 'Two.')]);
    expect(steps).toEqual([
      'main knows a.txt',
      'read a.txt',
      'main knows b.txt',
      'read b.txt',
      'main knows null',
    ]);
  });

  it.each(['broken.txt', 'empty.txt'])('and that none is after %s has failed', async (name) => {
    await openPageFiles(workspace, [file(name, name === 'empty.txt' ? '' : 'x')]);
    expect(steps.at(-1)).toBe('main knows null');
  });

  it('and no name where there is none', async () => {
    await openPageFiles(workspace, [file('', 'Words.')]);
    expect(steps).toEqual(['main knows null', 'read ', 'main knows null']);
  });
});
