// @ts-check
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { projectRoot } from './project.mjs';
import { sayAside } from './say.mjs';

/**
 * What every command does first: dependencies when missing or stale, then, if asked for, the build when stale. Ends
 * the process with exit code 1 and the reason when that fails.
 *
 * @param {{build: boolean}} wanted
 * @returns {Promise<void>}
 */
export async function prepare({ build }) {
  const failure =
    (await ensureDependencies(projectRoot, sayAside)) ??
    (build ? await ensureBuild(projectRoot, sayAside) : null);
  if (failure === null) return;
  sayAside(failure);
  process.exit(1);
}
