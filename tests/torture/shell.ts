import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readOptions, usage } from '../../src/main/loopback/options';
import { run } from '../../src/main/loopback/run';
import { createFaultyFiles, withoutFlush } from './faulty-files';
import { type Mutant, mutantVariable, type ShellOrder } from './orders';

/** The loopback shell as it is shipped, on files that forget what was not flushed; the torture starts it. */
async function main(): Promise<number> {
  const { platform, env: environment } = process;
  const options = readOptions(process.argv.slice(2), {
    platform,
    environment,
    home: homedir(),
    workingFolder: process.cwd(),
    builtRenderer: 'out/renderer',
  });
  if (!options.ok) throw new Error(`${options.error}\n${usage}`);
  const faulty = createFaultyFiles();
  process.on('message', (order: ShellOrder) => {
    if (order.kind === 'full') faulty.setFull(order.isFull);
    else faulty.tearNext(order.tear, () => process.kill(process.pid, 'SIGKILL'));
  });
  const backupFolder = join(options.value.dataFolder, 'backup');
  const mutant = environment[mutantVariable] as Mutant | undefined;
  return run(options.value, {
    home: homedir(),
    platform,
    isRoot: process.getuid?.() === 0,
    environment,
    say: (line) => console.log(line),
    warn: (paragraph) => console.error(paragraph),
    interrupted: once(process, 'SIGINT').then(() => undefined),
    files: mutant === 'no-flush' ? withoutFlush(faulty.files, backupFolder) : faulty.files,
  });
}

void main().then((exitCode) => process.exit(exitCode));
