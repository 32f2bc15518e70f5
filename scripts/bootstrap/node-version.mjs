// @ts-check

/**
 * What is wrong with this Node, or null when it serves: 20.19 or later in line 20, line 22, and 24 or later. The odd
 * lines between are not kept up, and older ones cannot load the build tools.
 *
 * @param {string} version as `process.versions.node` has it, such as `20.20.2`
 * @returns {string | null} a message for the person
 */
export function findNodeFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 24 || major === 22 || (major === 20 && minor >= 19)) return null;
  return (
    `Dateline needs Node 20.19 or later in line 20, Node 22, or Node 24 or later; this is Node ${version}. ` +
    'Install one of them (nodejs.org, or your version manager) and run the command again.'
  );
}

/**
 * The options with which this Node has to run the tools. Node 22 before 22.12 loads an ES module by `require`, which
 * the tools do, only when it is told to.
 *
 * @param {string} version as `process.versions.node` has it
 * @returns {readonly string[]}
 */
export function nodeOptionsFor(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 22 && minor < 12 ? ['--experimental-require-module'] : [];
}
