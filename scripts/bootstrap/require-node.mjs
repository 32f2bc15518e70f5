// @ts-check
import { findNodeFault } from './node-version.mjs';

// Imported before all else by every command: nothing that an old Node does not know may be reached.
const fault = findNodeFault(process.versions.node);
if (fault !== null) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
