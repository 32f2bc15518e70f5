// @ts-check

/**
 * What a program did towards an address, as its system calls tell: `connect` opened a connection (by TCP, or by
 * anything that is not UDP), `send` sent a datagram, and `route` fixed a UDP socket on an address, which sends nothing.
 *
 * @typedef {object} Contact
 * @property {'connect' | 'send' | 'route'} kind
 * @property {string} host a numeric address, IPv4 or IPv6
 * @property {number} port
 * @property {readonly string[]} names the names asked for, when it is a question to a name server
 */

/**
 * What strace recorded of a program and all that it started.
 *
 * @typedef {object} Recording
 * @property {readonly Contact[]} contacts
 * @property {readonly number[]} serverPorts where Dateline's own server listened
 * @property {readonly number[]} otherPorts where anything else that was started listened
 * @property {readonly string[]} services the files of services of this machine that were asked for, each once
 */

const serverStart = /\bexecve\(.*"[^"]*loopback\.cjs"/u;
const listening = /\blisten\(\d+<TCP(?:v6)?:\[(?:.*):(\d+)\]>/u;
const call = /^(\d+)\s+(execve|listen|connect|sendto|sendmsg|sendmmsg)\(/u;
const socketKind = /^\d+\s+\w+\(\d+<(\w+)/u;
const farEnd = /^\d+\s+\w+\(\d+<\w+:\[.*?->\[?([0-9a-fA-F.:]+?)\]?:(\d+)\]>/u;
const serviceFile = /sun_path="((?:\/var)?\/run\/[^"]+)"/u;
const addresses = [
  /sa_family=AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/gu,
  /sa_family=AF_INET6, sin6_port=htons\((\d+)\),.*?inet_pton\(AF_INET6, "([^"]+)"/gu,
];

/**
 * Reads what `strace -f -yy` wrote of `execve`, `listen`, `connect`, `sendto`, `sendmsg` and `sendmmsg`. Whether a call
 * succeeded does not count: an attempt is one even where it leads nowhere.
 *
 * @param {string} text
 * @returns {Recording}
 */
export function readRecording(text) {
  /** @type {Set<string>} */
  const servers = new Set();
  /** @type {Contact[]} */
  const contacts = [];
  /** @type {number[]} */
  const serverPorts = [];
  /** @type {number[]} */
  const otherPorts = [];
  /** @type {Set<string>} */
  const services = new Set();
  for (const line of wholeCalls(text)) {
    const [, process = '', name = ''] = call.exec(line) ?? [];
    if (name === 'execve') {
      if (serverStart.test(line)) servers.add(process);
    } else if (name === 'listen') {
      const port = listening.exec(line)?.[1];
      if (port !== undefined) (servers.has(process) ? serverPorts : otherPorts).push(Number(port));
    } else if (name !== '') {
      const service = serviceFile.exec(line)?.[1];
      if (service !== undefined) services.add(service);
      contacts.push(...contactsOf(line, name));
    }
  }
  return { contacts, serverPorts, otherPorts, services: [...services].toSorted() };
}

/**
 * The lines, where a call during which another process was recorded stands in one piece again. One that never came back
 * is told as far as it went.
 *
 * @param {string} text
 * @returns {string[]}
 */
function wholeCalls(text) {
  /** @type {string[]} */
  const whole = [];
  /** @type {Map<string, string>} */
  const begun = new Map();
  for (const line of text.split('\n')) {
    const process = line.split(' ', 1)[0] ?? '';
    const beginning = /^(.*?)\s*<unfinished \.\.\.>$/u.exec(line)?.[1];
    const end = /^\d+\s+<\.\.\. \w+ resumed>(.*)$/u.exec(line)?.[1];
    if (beginning !== undefined) begun.set(process, beginning);
    else if (end === undefined) whole.push(line);
    else {
      whole.push((begun.get(process) ?? '') + end);
      begun.delete(process);
    }
  }
  return [...whole, ...begun.values()];
}

/**
 * @param {string} line
 * @param {string} name the call's
 * @returns {Contact[]}
 */
function contactsOf(line, name) {
  const socket = socketKind.exec(line)?.[1] ?? 'unknown';
  if (/^(?:UNIX|NETLINK)/u.test(socket)) return [];
  const isDatagram = socket.startsWith('UDP');
  const bare = withoutTexts(line);
  const named = addresses.flatMap((pattern) =>
    [...bare.matchAll(pattern)].map(([, port = '', host = '']) => ({ host, port: Number(port) })),
  );
  if (name === 'connect') {
    const kind = isDatagram ? 'route' : 'connect';
    return named.map(({ host, port }) => ({ kind, host, port, names: [] }));
  }
  const [, host = '', port = ''] = farEnd.exec(line) ?? [];
  const ends =
    named.length === 0 && isDatagram && host !== '' ? [{ host, port: Number(port) }] : named;
  return ends.map((end) => ({
    kind: isDatagram ? 'send' : 'connect',
    ...end,
    names: end.port === 53 ? namesAskedFor(line) : [],
  }));
}

const quoted = /"((?:[^"\\]|\\.)*)"(?:\.\.\.)?/gu;

/**
 * The line without what was sent, in which an address could be written; addresses themselves keep their quotes.
 *
 * @param {string} line
 */
function withoutTexts(line) {
  return line.replaceAll(quoted, (whole, inner) =>
    /^[0-9a-fA-F.:]*$/u.test(inner) ? whole : '""',
  );
}

/**
 * The names in the questions to a name server (RFC 1035, 4.1): after twelve bytes of header come labels, each with its
 * length before it, up to an empty one.
 *
 * @param {string} line
 * @returns {string[]}
 */
function namesAskedFor(line) {
  const names = [...line.matchAll(quoted)].map(([, inner = '']) => nameIn(bytesOf(inner)));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** @param {readonly number[]} bytes */
function nameIn(bytes) {
  /** @type {string[]} */
  const labels = [];
  for (let at = 12; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    if (length === 0) return labels.join('.');
    if (length > 63) return '';
    labels.push(String.fromCharCode(...bytes.slice(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return '';
}

/** @type {Readonly<Record<string, number>>} */
const shortEscapes = { n: 10, t: 9, r: 13, v: 11, f: 12, a: 7, b: 8 };

/**
 * What strace writes between quotes, as bytes: its escapes are those of C, numbers in octal or hexadecimal.
 *
 * @param {string} inner
 * @returns {number[]}
 */
function bytesOf(inner) {
  return [...inner.matchAll(/\\x([0-9a-f]{2})|\\([0-7]{1,3})|\\(.)|(.)/gsu)].map(
    ([, hexadecimal, octal, escaped, plain]) => {
      if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
      if (octal !== undefined) return Number.parseInt(octal, 8);
      if (escaped !== undefined) return shortEscapes[escaped] ?? escaped.charCodeAt(0);
      return (plain ?? '').charCodeAt(0);
    },
  );
}
