import type { Asset } from "#lib/contract/assets.ts";
import { ApiProblem } from "../api-problem.ts";
import { reconnectDelayMs } from "../live-connection.ts";
import type { UploadDoor, UploadFile } from "./upload-door.ts";

/** What is going on with one file, as it is told while it happens. */
export type SendNews =
  | { readonly phase: "sending"; readonly sentBytes: number }
  /** Everything is there; the server looks at the file. */
  | { readonly phase: "checking" }
  /** Nothing goes through at the moment; it goes on by itself. */
  | { readonly phase: "waiting"; readonly problem: ApiProblem };

export type SendDeps = {
  readonly door: UploadDoor;
  readonly memory: UploadMemory;
  /** Resolves after so long, or as soon as the device has a network again; rejects when the signal aborts. */
  readonly rest: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
};

/** Remembers where a file was being sent to, beyond the life of the page. */
export type UploadMemory = {
  readonly recall: (file: UploadFile) => Promise<string | null>;
  readonly keep: (file: UploadFile, path: string) => Promise<void>;
  readonly forget: (file: UploadFile) => Promise<void>;
};

export type SendFile = {
  readonly file: UploadFile;
  readonly signal: AbortSignal;
  readonly tell: (news: SendNews) => void;
};

/** Bytes of one call: small enough that a lost network costs little, large enough that calls do not matter. */
export const PART_BYTES = 8 * 1024 * 1024;

/**
 * Sends a file and has it kept as an asset. Begins where an earlier try ended, asks the server how far it came after every
 * interruption, and goes on for as long as nobody aborts: only a refusal ends it.
 * @throws ApiProblem when the server refuses; the signal's reason when the caller aborts
 */
export async function sendFile(send: SendFile, deps: SendDeps): Promise<Asset> {
  let failures = 0;
  while (true) {
    send.signal.throwIfAborted();
    try {
      return await tryOnce(send, deps, () => {
        failures = 0;
      });
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || !mayPass(problem, failures)) {
        if (isJudged(problem)) await deps.memory.forget(send.file);
        throw problem;
      }
      send.tell({ phase: "waiting", problem });
      failures += 1;
      await deps.rest(reconnectDelayMs(failures, deps.random()), send.signal);
    }
  }
}

async function tryOnce(
  { file, signal, tell }: SendFile,
  { door, memory }: SendDeps,
  onGoing: () => void,
): Promise<Asset> {
  const size = file.file.size;
  const known = await memory.recall(file);
  const had = known === null ? null : await door.offset(known, signal);
  const path = had === null || known === null ? await door.create(file, signal) : known;
  if (path !== known) await memory.keep(file, path);
  let offset = had ?? 0;
  tell({ phase: "sending", sentBytes: offset });
  while (offset < size) {
    const start = offset;
    const bytes = file.file.slice(start, Math.min(start + PART_BYTES, size));
    const onSent = (sent: number) => tell({ phase: "sending", sentBytes: start + sent });
    offset = await door.send(path, { bytes, offset: start, signal, onSent });
    onGoing();
    tell({ phase: "sending", sentBytes: offset });
  }
  tell({ phase: "checking" });
  const asset = await door.finish(path, signal);
  await memory.forget(file);
  return asset;
}

/** A connection that has not noticed its end keeps its upload busy for a while; a conflict that stays is none of these. */
const MAX_CONFLICTS = 6;

/** 409 and 423: another part is being written. Where to go on is asked before the next try. */
function mayPass(problem: ApiProblem, failures: number): boolean {
  if (problem.status === 409 || problem.status === 423) return failures < MAX_CONFLICTS;
  return problem.isPassing;
}

/** Whether the file itself was refused, so that sending it again from where it was would be refused again. */
function isJudged(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status !== 401 && problem.status !== 403;
}
