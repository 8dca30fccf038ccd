import { existsSync } from "node:fs";
import path from "node:path";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

/**
 * Whether this is a container image, which the Dockerfile marks: it was built whole, nothing in it can go stale, and the tools
 * that could build it anew are not in it.
 */
export function isBuiltIntoImage(): boolean {
  return existsSync(path.join(PROJECT_DIR, ".built-into-image"));
}
