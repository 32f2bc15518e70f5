// @ts-check

/**
 * Addresses for documentation, which belong to nobody (RFC 5737): one for each way by which the watch is tried out.
 */
export const outsideAddresses = /** @type {const} */ ({
  byConnection: { host: '192.0.2.1', port: 80 },
  byDatagram: { host: '198.51.100.1', port: 4242 },
  byBrowser: { host: '203.0.113.1', port: 8080 },
});
