import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type CliIo, runCli, schemaPath } from './run-cli';

/** npm runs scripts in the package's folder, and says in INIT_CWD where the person was. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

const io: CliIo = {
  async readFile(path) {
    try {
      return { bytes: await readFile(resolve(typedIn, path)) };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  },
  async writeFile(path, text) {
    const target = path === schemaPath ? resolve(path) : resolve(typedIn, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  },
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
};

async function main(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), io);
}

void main();

/** The system's words for a failure of the file system; anything else is a bug and thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.message;
  throw error;
}
