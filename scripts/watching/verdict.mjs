// @ts-check

/**
 * Where the contacts of a recording went.
 *
 * @typedef {object} Verdict
 * @property {number} toServer connections to Dateline's own server
 * @property {number} toDriver connections to what else of the run listened on this machine: the test driver's
 * @property {readonly string[]} elsewhere every other address, with the names asked for and how often, most often first
 * @property {number} toElsewhere all of those together
 * @property {readonly string[]} routes addresses a UDP socket was fixed on and nothing was sent to: Chromium finds out so
 *   which of the machine's own addresses it would send from
 * @property {readonly string[]} services services of this machine that were asked for, which are out of reach in the run
 */

/**
 * Sorts what was recorded. Only this machine's own address, `127.0.0.0/8` or `::1`, counts as the server's or the driver's.
 *
 * @param {import('./contacts.mjs').Recording} recording
 * @returns {Verdict}
 */
export function judge({ contacts, serverPorts, otherPorts, services }) {
  let toServer = 0;
  let toDriver = 0;
  /** @type {string[]} */
  const elsewhere = [];
  /** @type {string[]} */
  const routes = [];
  for (const contact of contacts) {
    const isHere = isThisMachine(contact.host);
    if (contact.kind === 'route') routes.push(addressOf(contact));
    else if (isHere && serverPorts.includes(contact.port) && contact.kind === 'connect')
      toServer += 1;
    else if (isHere && otherPorts.includes(contact.port) && contact.kind === 'connect')
      toDriver += 1;
    else elsewhere.push(describe(contact));
  }
  const reached = new Set(contacts.filter(({ kind }) => kind === 'send').map(addressOf));
  return {
    toServer,
    toDriver,
    elsewhere: countEach(elsewhere),
    toElsewhere: elsewhere.length,
    routes: countEach(routes.filter((address) => !reached.has(address))),
    services,
  };
}

/**
 * The lines that a person reads.
 *
 * @param {Verdict} verdict
 * @returns {string[]}
 */
export function formatVerdict(verdict) {
  const { toServer, toDriver, elsewhere, toElsewhere, routes, services } = verdict;
  return [
    `requests to its own server: ${toServer} (counted as connections)`,
    `the test driver’s own connections on this machine: ${toDriver}`,
    `to anything else: ${toElsewhere}`,
    ...elsewhere.map((line) => `  ${line}`),
    ...(routes.length === 0 ? [] : [`a route asked for, nothing sent: ${routes.join(', ')}`]),
    ...(services.length === 0
      ? []
      : [`services of this machine asked for, out of reach: ${services.join(', ')}`]),
  ];
}

/** @param {string} host */
function isThisMachine(host) {
  return host === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(host);
}

/** @param {{host: string, port: number}} end */
function addressOf({ host, port }) {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** @param {import('./contacts.mjs').Contact} contact */
function describe(contact) {
  const { names } = contact;
  return addressOf(contact) + (names.length === 0 ? '' : `, asking for ${names.join(', ')}`);
}

/** @param {readonly string[]} lines */
function countEach(lines) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}
