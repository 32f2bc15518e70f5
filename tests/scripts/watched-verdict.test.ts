import { describe, expect, it } from 'vitest';
import { formatVerdict, judge } from '../../scripts/watching/verdict.mjs';

type Contact = Parameters<typeof judge>[0]['contacts'][number];

const contact = (host: string, port: number, changes: Partial<Contact> = {}): Contact => ({
  kind: 'connect',
  host,
  port,
  names: [],
  ...changes,
});

const judged = (contacts: readonly Contact[]) =>
  judge({ contacts, serverPorts: [24505], otherPorts: [9323], services: [] });

describe('a contact counts as', () => {
  type Count = 'toServer' | 'toDriver' | 'toElsewhere' | 'none';
  const cases: ReadonlyArray<[name: string, contact: Contact, count: Count]> = [
    ['the server’s on its port', contact('127.0.0.1', 24505), 'toServer'],
    ['the server’s by an IPv4 address in IPv6', contact('::ffff:127.0.0.1', 24505), 'toServer'],
    ['the driver’s on a port that the run listened on', contact('::1', 9323), 'toDriver'],
    ['another’s on any other port of this machine', contact('127.0.0.1', 1), 'toElsewhere'],
    [
      'another’s on the server’s port of another machine',
      contact('10.0.0.1', 24505),
      'toElsewhere',
    ],
    [
      'another’s when a datagram is sent',
      contact('127.0.0.1', 24505, { kind: 'send' }),
      'toElsewhere',
    ],
    [
      'none when no more than a route was asked for',
      contact('192.0.2.1', 443, { kind: 'route' }),
      'none',
    ],
  ];
  it.each(cases)('%s', (_name, one, count) => {
    const { toServer, toDriver, toElsewhere } = judged([one]);
    const expected = { toServer: 0, toDriver: 0, toElsewhere: 0, none: 0, [count]: 1 };
    expect({ toServer, toDriver, toElsewhere }).toEqual({
      toServer: expected.toServer,
      toDriver: expected.toDriver,
      toElsewhere: expected.toElsewhere,
    });
  });
});

describe('what is printed', () => {
  it('lists each other address with how often, and the names asked for', () => {
    const asked = contact('10.0.0.53', 53, { kind: 'send', names: ['www.example.com'] });
    const lines = formatVerdict(
      judged([
        contact('127.0.0.1', 24505),
        contact('192.0.2.1', 80),
        contact('10.0.0.53', 53, { kind: 'route' }),
        asked,
        asked,
        contact('2001:db8::1', 443, { kind: 'route' }),
      ]),
    );
    expect(lines).toEqual([
      'requests to its own server: 1 (counted as connections)',
      'the test driver’s own connections on this machine: 0',
      'to anything else: 3',
      '  10.0.0.53:53, asking for www.example.com (2 times)',
      '  192.0.2.1:80',
      'a route asked for, nothing sent: [2001:db8::1]:443',
    ]);
  });
});
