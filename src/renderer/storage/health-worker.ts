import { checkDatabase } from './check-database';
import type { CheckMessage } from './check-store';
import { openDatabase } from './db';

/** Checks one store where it holds nothing up; the page ends the worker afterwards. */
addEventListener('message', ({ data: name }: MessageEvent<string>) => {
  check(name).then(
    (message) => say(message),
    (thrown: unknown) => say({ kind: 'failed', detail: String(thrown) }),
  );
});

async function check(name: string): Promise<CheckMessage> {
  const database = await openDatabase(name);
  const report = await checkDatabase(database, (progress) => say({ kind: 'progress', progress }));
  database.close();
  return { kind: 'done', report };
}

function say(message: CheckMessage): void {
  postMessage(message);
}
