/** One import or re-export of a source file. */
export interface FoundImport {
  /** As written. */
  readonly specifier: string;
  /** Whether nothing of it is left after compiling. */
  readonly typesOnly: boolean;
}

const statement = /^[ \t]*(?:import|export)\b(?<names>[^;'"]*?)\bfrom\s*['"](?<from>[^'"]+)['"]/gm;
const sideEffect = /^[ \t]*import\s*['"](?<from>[^'"]+)['"]/gm;
const atRun =
  /\b(?:import(?:\.meta\.glob)?|require)\(\s*['"](?<from>[^'"]+)['"]|\bnew URL\(\s*['"](?<from2>[^'"]+)['"],\s*import\.meta\.url/g;
const inStyles = /@import\s+(?:url\()?['"](?<from>[^'"]+)['"]|\bfrom\s+['"](?<from2>[^'"]+)['"]/g;

/** Everything that the TypeScript `source` imports: statically, for effect, at run time, or as the file of a worker. */
export function readImports(source: string): readonly FoundImport[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^[ \t]*\/\/.*$/gm, '');
  return [
    ...[...code.matchAll(statement)].map(({ groups }) => ({
      specifier: groups?.['from'] ?? '',
      typesOnly: areTypes(groups?.['names'] ?? ''),
    })),
    ...[...code.matchAll(sideEffect), ...code.matchAll(atRun)].map(nameOf),
  ];
}

/** What the style sheet `source` imports or composes from. */
export function readStyleImports(source: string): readonly FoundImport[] {
  return [...source.matchAll(inStyles)].map(nameOf);
}

function nameOf({ groups }: RegExpMatchArray): FoundImport {
  return { specifier: groups?.['from'] ?? groups?.['from2'] ?? '', typesOnly: false };
}

/** Whether the clause between `import` and `from` names types alone. */
function areTypes(clause: string): boolean {
  const names = clause.trim();
  if (/^type\s/.test(names)) return true;
  const inner = /^\{([^}]*)\}$/.exec(names)?.[1];
  if (inner === undefined) return false;
  const listed = inner.split(',').filter((name) => name.trim() !== '');
  return listed.length > 0 && listed.every((name) => /^type\s/.test(name.trim()));
}
