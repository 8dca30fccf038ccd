import { isMainThread } from "node:worker_threads";

/**
 * Loaded into web and worker with `--import`, see `guardArguments`. When the supervisor dies without a word (kill -9),
 * the channel to it closes and this process ends at once: nobody would restart, drain or stop it any more, and it would
 * keep the port. Children of web and worker inherit the import, but have another parent: for them it does nothing.
 */
const guardedBy = Number(new URL(import.meta.url).searchParams.get("parent"));

if (isMainThread && process.channel && process.ppid === guardedBy) {
  process.once("disconnect", () => process.exit(1));
  process.channel.unref(); // the channel alone is no reason to stay alive
}
