import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemErrorName } from '../desktop/file-error';
import { workingFolderOf } from '../desktop/launch-arguments';
import { systemFailureMessage } from './messages';
import { readOptions, usage } from './options';
import { exitCodes, run } from './run';

/** Settles at the first signal to end; a second one ends the process as usual. */
function interruption(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => settle());
  });
}

async function main(): Promise<number> {
  const { platform, env: environment } = process;
  const options = readOptions(process.argv.slice(2), {
    platform,
    environment,
    home: homedir(),
    workingFolder: workingFolderOf(environment, process.cwd()),
    // This file is bundled into out/main, beside out/renderer.
    builtRenderer: join(__dirname, '..', 'renderer'),
  });
  if (!options.ok) {
    console.error(`${options.error}\n${usage}`);
    return exitCodes.usage;
  }
  return run(options.value, {
    home: homedir(),
    platform,
    isRoot: process.getuid?.() === 0,
    environment,
    say: (line) => console.log(line),
    warn: (paragraph) => console.error(paragraph),
    interrupted: interruption(),
  });
}

async function mainOrExplain(): Promise<number> {
  try {
    return await main();
  } catch (cause) {
    if (!(cause instanceof Error) || systemErrorName(cause) === null) throw cause;
    console.error(systemFailureMessage(cause.message));
    return exitCodes.systemFailure;
  }
}

void mainOrExplain().then((exitCode) => process.exit(exitCode));
