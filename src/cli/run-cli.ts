import { exportVersion, schemaNameOf } from '../codecs/exchange/format';
import { formatJsonSchema } from '../codecs/exchange/schema';
import { inspectExport } from '../codecs/exchange/validate-export';

/** What the commands need of the world around them. Paths are as the person gave them. */
export interface CliIo {
  /** The bytes of a file, or a few words on why it cannot be read. */
  readFile(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly reason: string }>;
  /** Writes a file and the folders it lies in; null, or a few words on why it cannot be written. */
  writeFile(path: string, text: string): Promise<string | null>;
  print(line: string): void;
  printError(line: string): void;
}

/** 0 done and clean, 1 faults found, 2 wrong usage or a file that cannot be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Where `schema` writes when it is not told. */
export const schemaPath = `resources/schema/${schemaNameOf(exportVersion)}`;

const usage = [
  'Usage:',
  '  validate EXPORT.json    check an export against its schema and every span against its text',
  `  schema [--out FILE]     write the schema of the format (default: ${schemaPath})`,
  '  help                    show this',
];

/** Runs one command. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [command, ...rest] = args;
  switch (command) {
    case 'validate':
      return rest.length === 1 && rest[0] !== undefined ? validate(rest[0], io) : misuse(io);
    case 'schema':
      return writeSchema(rest, io);
    case 'help':
    case '--help':
      for (const line of usage) io.print(line);
      return 0;
    default:
      return misuse(io);
  }
}

async function validate(path: string, io: CliIo): Promise<ExitCode> {
  const file = await io.readFile(path);
  if ('reason' in file) {
    io.printError(`${path}: ${file.reason}`);
    return 2;
  }
  const text = decodeUtf8(file.bytes);
  if (text === null) {
    io.printError(`${path}: not UTF-8, so not an export`);
    return 2;
  }
  const { faults, articleCount, annotationCount } = inspectExport(text);
  for (const fault of faults) {
    io.print(`${fault.place === '' ? '(file)' : fault.place}  ${fault.code}  ${fault.message}`);
  }
  io.print(
    faults.length === 0
      ? `clean: ${count(articleCount, 'article')}, ${count(annotationCount, 'annotation')}`
      : count(faults.length, 'fault'),
  );
  return faults.length === 0 ? 0 : 1;
}

async function writeSchema(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [option, target, ...rest] = args;
  const told = option === '--out' && target !== undefined && rest.length === 0;
  if (args.length > 0 && !told) return misuse(io);
  const path = told ? target : schemaPath;
  const reason = await io.writeFile(path, formatJsonSchema());
  if (reason !== null) {
    io.printError(`${path}: ${reason}`);
    return 2;
  }
  io.print(`wrote ${path}`);
  return 0;
}

function misuse(io: CliIo): ExitCode {
  for (const line of usage) io.printError(line);
  return 2;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
