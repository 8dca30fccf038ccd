import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Arguments for a Node process that must not outlive this one. It also needs an "ipc" channel in its `stdio`: that is
 * what closes when this process dies.
 */
export function guardArguments(): string[] {
  const guard = pathToFileURL(path.join(import.meta.dirname, "parent-guard.ts"));
  guard.searchParams.set("parent", String(process.pid));
  return ["--import", guard.href];
}
