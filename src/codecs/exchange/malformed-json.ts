/** Where text stops being JSON (RFC 8259). */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** What should stand there. */
  readonly expected: string;
}

type State = 'value' | 'item-or-end' | 'key-or-end' | 'key' | 'colon' | 'comma-or-end' | 'nothing';

const expectations: Readonly<Record<State, string>> = {
  value: 'a value',
  'item-or-end': 'a value or "]"',
  'key-or-end': 'a key in quotes or "}"',
  key: 'a key in quotes',
  colon: '":"',
  'comma-or-end': '"," or the end of the list or object',
  nothing: 'the end of the file',
};

const whiteSpace = /[ \t\n\r]*/y;
const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * Finds the first place where `text` is not JSON, or null if all of it is. What the engine's own parser says of the
 * place differs between engines; this does not, and is only asked after that parser has refused.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  let at = 0;
  const afterValue = (): State => (open.length === 0 ? 'nothing' : 'comma-or-end');

  for (;;) {
    at = endOfMatch(whiteSpace, text, at) ?? at;
    const sign = text[at];
    if (sign === undefined && state === 'nothing') return null;
    if (sign === undefined) return placeAt(text, at, expectations[state]);
    const takesValue: boolean = state === 'value' || state === 'item-or-end';

    if (takesValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      state = sign === '{' ? 'key-or-end' : 'item-or-end';
      at += 1;
    } else if (isClosing(sign, state, open.at(-1))) {
      open.pop();
      state = afterValue();
      at += 1;
    } else if (state === 'colon' && sign === ':') {
      state = 'value';
      at += 1;
    } else if (state === 'comma-or-end' && sign === ',') {
      state = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (sign === '"' && (takesValue || state === 'key' || state === 'key-or-end')) {
      const end = endOfString(text, at);
      if (!end.ok) return placeAt(text, end.at, 'the rest of a string');
      state = takesValue ? afterValue() : 'colon';
      at = end.at;
    } else {
      const end: number | null = takesValue ? endOfMatch(literal, text, at) : null;
      if (end === null) return placeAt(text, at, expectations[state]);
      state = afterValue();
      at = end;
    }
  }
}

function isClosing(sign: string, state: State, open: '{' | '[' | undefined): boolean {
  if (sign === '}') return open === '{' && (state === 'key-or-end' || state === 'comma-or-end');
  if (sign === ']') return open === '[' && (state === 'item-or-end' || state === 'comma-or-end');
  return false;
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where the string that opens at `start` ends, or where it breaks off. A loop: strings may be long. */
function endOfString(text: string, start: number): { readonly ok: boolean; readonly at: number } {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') return { ok: true, at: at + 1 };
    if (sign === '\\') {
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6)))
        return { ok: false, at };
      at += text[at + 1] === 'u' ? 5 : 1;
    } else if (text.charCodeAt(at) < 0x20) return { ok: false, at };
  }
  return { ok: false, at: text.length };
}

function placeAt(text: string, at: number, expected: string): JsonFault {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1, expected };
}
