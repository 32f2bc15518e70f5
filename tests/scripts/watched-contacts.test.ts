import { describe, expect, it } from 'vitest';
import { readRecording } from '../../scripts/watching/contacts.mjs';

/** Calls as strace 6.1 writes them. */
const toServer =
  '374 connect(24<TCP:[34]>, {sa_family=AF_INET, sin_port=htons(24505), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)';
const question = String.raw`"\33\226\1\0\0\1\0\0\0\0\0\0\3www\7example\3com\0\0\1\0\1", 33`;

describe('what strace wrote is read as contacts', () => {
  const cases: ReadonlyArray<[name: string, line: string, contacts: readonly unknown[]]> = [
    ['a connection', toServer, [{ kind: 'connect', host: '127.0.0.1', port: 24505, names: [] }]],
    [
      'a connection that failed at once',
      '12 connect(3<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 ENETUNREACH (Network is unreachable)',
      [{ kind: 'connect', host: '192.0.2.1', port: 80, names: [] }],
    ],
    [
      'a connection by IPv6',
      '12 connect(3<TCPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
      [{ kind: 'connect', host: '2001:db8::1', port: 443, names: [] }],
    ],
    [
      'a connection of a kind that is not known',
      '12 connect(3<RAW:[9]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
      [{ kind: 'connect', host: '192.0.2.1', port: 0, names: [] }],
    ],
    [
      'a UDP socket fixed on an address',
      '12 connect(3<UDPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
      [{ kind: 'route', host: '2001:db8::1', port: 443, names: [] }],
    ],
    [
      'a datagram on such a socket, with the name that is asked for',
      `12 sendto(3<UDP:[10.0.0.2:5000->10.0.0.53:53]>, ${question}, MSG_NOSIGNAL, NULL, 0) = 33`,
      [{ kind: 'send', host: '10.0.0.53', port: 53, names: ['www.example.com'] }],
    ],
    [
      'a datagram on such a socket by IPv6',
      '12 sendto(3<UDPv6:[[2001:db8::2]:5000->[2001:db8::1]:443]>, "x", 1, 0, NULL, 0) = 1',
      [{ kind: 'send', host: '2001:db8::1', port: 443, names: [] }],
    ],
    [
      'a datagram with its address',
      '12 sendto(3<UDP:[0.0.0.0:5000]>, "anybody?", 8, 0, {sa_family=AF_INET, sin_port=htons(4242), sin_addr=inet_addr("198.51.100.1")}, 16) = 8',
      [{ kind: 'send', host: '198.51.100.1', port: 4242, names: [] }],
    ],
    [
      'several datagrams at once',
      `12 sendmmsg(3<UDP:[10.0.0.2:5000->10.0.0.53:53]>, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=${question}}], msg_iovlen=1}, msg_len=33}], 1, MSG_NOSIGNAL) = 1`,
      [{ kind: 'send', host: '10.0.0.53', port: 53, names: ['www.example.com'] }],
    ],
    [
      'what is sent on a connection, which was counted',
      '12 sendto(3<TCP:[a->b]>, "GET /", 5, 0, NULL, 0) = 5',
      [],
    ],
    [
      'an address within what is sent',
      '12 sendto(3<TCP:[9]>, "{sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr(\\"192.0.2.1\\")}", 60, 0, NULL, 0) = 60',
      [],
    ],
    [
      'a socket of this machine that is a file',
      '12 connect(3<UNIX-STREAM:[9]>, {sa_family=AF_UNIX, sun_path="/tmp/a"}, 110) = 0',
      [],
    ],
    [
      'a message to the kernel',
      '12 sendto(3<NETLINK:[9]>, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 20',
      [],
    ],
  ];
  it.each(cases)('%s', (_name, line, contacts) => {
    expect(readRecording(`${line}\n`).contacts).toEqual(contacts);
  });
});

describe('a call during which another process was recorded', () => {
  const start = '555   sendmmsg(4<UDP:[0.0.0.0:5000]>,  <unfinished ...>';
  const end =
    '555   <... sendmmsg resumed>[{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("192.0.2.1")}}}], 1, 0) = 1';
  const sent = { kind: 'send', host: '192.0.2.1', port: 9, names: [] };
  const reached = { kind: 'connect', host: '127.0.0.1', port: 24505, names: [] };

  it('is read once, whole', () => {
    expect(readRecording([start, toServer, end].join('\n')).contacts).toEqual([reached, sent]);
  });
  it('is read as far as it went when its process was ended', () => {
    const cutOff = `${toServer.slice(0, toServer.indexOf(') = '))} <unfinished ...>`;
    expect(readRecording(`${cutOff}\n`).contacts).toEqual([reached]);
  });
});

describe('who listens', () => {
  const text = [
    '10 execve("/usr/bin/node", ["/usr/bin/node", "out/main/loopback.cjs", "--no-window"], 0x7ff /* 40 vars */) = 0',
    '11 execve("/usr/bin/node", ["node", "cli.js", "test"], 0x7ff /* 40 vars */) = 0',
    '10 listen(18<TCP:[127.0.0.1:24505]>, 511) = 0',
    '11 listen(20<TCPv6:[[::1]:9323]>, 511) = 0',
    '11 listen(17<UNIX-STREAM:[34,"/tmp/driver"]>, 5) = 0',
  ].join('\n');

  it('is Dateline’s own server, or something else', () => {
    expect(readRecording(text)).toMatchObject({ serverPorts: [24505], otherPorts: [9323] });
  });
});

describe('services of this machine', () => {
  it('are named once each; files elsewhere are none', () => {
    const text = [
      '/run/dbus/system_bus_socket',
      '/var/run/nscd/socket',
      '/tmp/a',
      '/var/run/nscd/socket',
    ]
      .map(
        (path) =>
          `12 connect(3<UNIX-STREAM:[9]>, {sa_family=AF_UNIX, sun_path="${path}"}, 110) = 0`,
      )
      .join('\n');
    expect(readRecording(text).services).toEqual([
      '/run/dbus/system_bus_socket',
      '/var/run/nscd/socket',
    ]);
  });
});
