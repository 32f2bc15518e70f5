// @ts-check
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { chromiumFlags } from '../bootstrap/chromium-probe.mjs';
import { sayAside } from '../bootstrap/say.mjs';
import { outsideAddresses } from './outside-addresses.mjs';

/**
 * Goes outside on purpose, by each way that the watch has to notice, to addresses that belong to nobody (RFC 5737).
 * Run within the enclosure as `node go-outside.mjs CHROMIUM`; that nothing is reached is expected.
 */
const { byConnection, byDatagram, byBrowser } = outsideAddresses;
const waitMs = 20_000;

await new Promise((settle) => {
  const socket = connect({ ...byConnection, timeout: waitMs });
  for (const event of ['connect', 'timeout', 'error']) socket.once(event, settle);
});

const socket = createSocket('udp4');
await new Promise((settle) => {
  socket.once('error', settle);
  socket.send('anybody?', byDatagram.port, byDatagram.host, settle);
});
socket.close();

try {
  const { chromium } = await import('playwright');
  const executablePath = process.argv[2];
  const browser = await chromium.launch({
    args: chromiumFlags(),
    timeout: waitMs,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = await browser.newPage();
  const address = `http://${byBrowser.host}:${byBrowser.port}/`;
  await page.goto(address, { timeout: waitMs }).catch(() => null);
  await browser.close();
} catch (fault) {
  sayAside(`The browser did not start: ${String(fault).split('\n', 1)[0]}`);
}
process.exit(0);
