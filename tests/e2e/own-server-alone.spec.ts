import { createServer } from 'node:http';
import { expect, test } from '../support/app/fixtures';

/** The policy of the page is left out of account: what is asked here is the browser, by pages that have none. */
for (const [what, durable] of [
  ['a context of the shared browser', false],
  ['a browser of its own', true],
] as const)
  test.describe(what, () => {
    test.use({ durable });

    test('reaches the program’s server, and nothing else on this machine', async ({ app }) => {
      let visits = 0;
      const stranger = createServer((_request, response) => {
        visits += 1;
        response.end('reached');
      }).listen(0, '127.0.0.1');
      try {
        const other = await app.context.newPage();
        const own = await other.goto(new URL('/nowhere', app.address).href);
        expect(own?.status()).toBeGreaterThanOrEqual(400);
        const bound = stranger.address();
        const port = typeof bound === 'object' ? bound?.port : 0;
        for (const address of [
          `http://127.0.0.1:${port}/`,
          `http://localhost:${port}/`,
          'https://dateline.example/',
        ])
          await expect(other.goto(address)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED');
        expect(visits).toBe(0);
      } finally {
        stranger.close();
      }
    });
  });
