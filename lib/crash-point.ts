import { env } from "#lib/env.ts";

/** Every place where dying is interesting; tests visit each of them. */
export const CRASH_POINTS = [
  "create:before-commit",
  "create:after-commit",
  "submit:leased",
  "submit:answered",
  "submit:recorded",
  "track:answered",
  "track:recorded",
  "archive:leased",
  "archive:first-bytes",
  "archive:last-byte",
  "archive:temp-written",
  "archive:object-written",
  "archive:before-commit",
  "archive:after-commit",
  "rotate:row",
  "sandbox:opened",
  "sandbox:rendered",
  "sandbox:published",
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

const [chosen, visitText = "1"] = env.CRASH_AT?.split("@") ?? [];
let visitsLeft = Number(visitText);

/** Nothing, unless CRASH_AT names this point (`submit:leased`, or `submit:leased@2` for the second visit): then SIGKILL. */
export function crashPoint(name: CrashPoint): void {
  if (chosen !== name) return;
  visitsLeft -= 1;
  if (visitsLeft === 0) process.kill(process.pid, "SIGKILL");
}
