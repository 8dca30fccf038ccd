import { isMainThread } from "node:worker_threads";

/**
 * Loaded into web and worker with `--import`, see `guardArguments`. When the supervisor dies without a word (kill -9),
 * the channel to it closes and this process ends at once: nobody would restart, drain or stop it any more, and it would
 * keep the port. One that died before this line ran can no longer be told by the channel, nor by being the parent: its
 * process is gone. Children of web and worker inherit the import, but have another parent: while it lives they may too.
 */
const guardedBy = Number(new URL(import.meta.url).searchParams.get("parent"));

if (isMainThread && process.channel && process.ppid === guardedBy) {
  process.once("disconnect", () => process.exit(1));
  process.channel.unref(); // the channel alone is no reason to stay alive
}
if (isMainThread && isGone(guardedBy)) process.exit(1);

function isGone(processId: number): boolean {
  try {
    process.kill(processId, 0); // sends nothing, only asks
    return false;
  } catch {
    return true;
  }
}
