import { existsSync } from "node:fs";
import path from "node:path";

// The bootstrap runs on whatever Node the host has, before anything is installed: plain JavaScript, no dependencies.

const OLDEST_HOST_NODE = [20, 11];
const NATIVE_TYPESCRIPT_NODE = [24, 2];

/** The sentence for a host whose Node cannot even run the bootstrap, or null. */
export function hostNodeProblem(version = process.versions.node) {
  if (isAtLeast(version, OLDEST_HOST_NODE)) return null;
  return `Node.js ${OLDEST_HOST_NODE.join(".")} or newer is needed to start, and this is ${version}; see https://nodejs.org.`;
}

/**
 * The Node that runs everything else: the one from the lock file, else the host's own when it is new enough.
 * @returns {string | null}
 */
export function findRuntime(projectDir) {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const bundled = path.join(projectDir, "node_modules", name, "bin", program);
  if (existsSync(bundled)) return bundled;
  return isAtLeast(process.versions.node, NATIVE_TYPESCRIPT_NODE) ? process.execPath : null;
}

function isAtLeast(version, [wantedMajor, wantedMinor]) {
  const [major, minor] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
