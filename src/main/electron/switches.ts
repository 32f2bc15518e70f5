import type { CommandLine } from 'electron';

/**
 * Closes Chromium's own ways to the network: no name resolves and no address is mapped, and no proxy is asked.
 * Only before `ready`.
 */
export function appendSwitches(commandLine: CommandLine): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
}
