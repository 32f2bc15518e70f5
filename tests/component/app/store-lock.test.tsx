import { expect, it } from 'vitest';
import { takeStore } from '../../../src/renderer/app/store-lock';

it('is taken by one page at a time, and another is told so', async () => {
  expect(await takeStore('lock-test-1')).toBe(true);
  expect(await takeStore('lock-test-1')).toBe(false);
  expect(await takeStore('lock-test-2')).toBe(true);
});
