// @ts-check
import { spawnSync } from 'node:child_process';
import { formatDuration } from '../bootstrap/say.mjs';

const probeMs = 20_000;

/**
 * Makes a network of its own for what follows, which leads nowhere. Every address there is belongs to it, so that
 * whatever is tried is refused at once and nothing is held back for want of a network; a second interface with an
 * address makes it look connected. What this machine's services would do outside for others, name services above all,
 * is out of reach, since they are asked through `/run`.
 */
const closeIn = [
  'set -e',
  'mount -t tmpfs tmpfs /run',
  'ip link set lo up',
  'ip link add outside type veth peer name nowhere 2>/dev/null || ip link add outside type dummy',
  'ip address add 10.53.53.53/32 dev outside',
  'ip link set outside up',
  'ip link set nowhere up 2>/dev/null || true',
  'ip route add local default dev lo',
  'ip -6 route add local default dev lo 2>/dev/null || true',
  'exec "$@"',
].join('\n');

const calls = 'execve,listen,connect,sendto,sendmsg,sendmmsg';

/**
 * The command that runs another enclosed and records in `file` what it and all that it starts do towards a network.
 *
 * @param {string} file
 * @param {readonly string[]} command
 * @returns {{command: string, args: string[]}}
 */
export function enclose(file, command) {
  const strace = ['strace', '-f', '-q', '--seccomp-bpf', '-yy', '-s', '128', '-e', 'signal=none'];
  const watched = [...strace, '-e', `trace=${calls}`, '-o', file, ...command];
  return {
    command: 'unshare',
    args: ['--map-root-user', '--net', '--mount', 'sh', '-c', closeIn, 'sh', ...watched],
  };
}

/**
 * Why nothing can be watched here, without a full stop; null when it can. Tries it on a command that does nothing.
 *
 * @returns {string | null}
 */
export function findEnclosureFault() {
  if (process.platform !== 'linux') return 'only Linux has network namespaces';
  for (const [tool, package_] of /** @type {const} */ ([
    ['unshare', 'util-linux'],
    ['ip', 'iproute2'],
    ['strace', 'strace'],
  ])) {
    const { error } = spawnSync(tool, ['--version'], { stdio: 'ignore' });
    if (error) return `${tool} is not installed (Debian package ${package_})`;
  }
  const { command, args } = enclose('/dev/null', ['true']);
  const tried = spawnSync(command, args, { encoding: 'utf8', timeout: probeMs });
  if (tried.error) return `it could not be tried within ${formatDuration(probeMs)}`;
  if (tried.status === 0) return null;
  const said = tried.stderr.trim().split('\n')[0] ?? '';
  return `the system does not allow it${said === '' ? '' : ` (${said})`}`;
}
