// @ts-check
/**
 * How long a test may take at most. Limits of tests only end what hangs: a machine that is slow or busy never meets
 * them, so they are many times what anything takes, and no test measures by one. Tests name no numbers of their own
 * (`tests/unit/structure/limits.test.ts`).
 */
export const testLimitMs = 20 * 60_000;

/** How long one thing is waited for that a quiet machine does within seconds: words that appear, a file, an answer. */
export const waitLimitMs = 60_000;

/** How long large work is waited for, such as an import of thousands of annotations. */
export const workLimitMs = 5 * 60_000;
