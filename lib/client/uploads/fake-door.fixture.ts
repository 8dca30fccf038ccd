import type { Asset } from "#lib/contract/assets.ts";
import { ApiProblem } from "../api-problem.ts";
import type { SendDeps } from "./send-file.ts";
import type { UploadDoor } from "./upload-door.ts";
import { uploadMemory } from "./upload-memory.ts";

export const UNREACHABLE = new ApiProblem({ status: 0, code: "unreachable", detail: "no answer" });
export const CONFLICT = new ApiProblem({ status: 409, code: "conflict", detail: "wrong offset" });
export const NOT_A_VIDEO = new ApiProblem({
  status: 415,
  code: "unsupported_media_type",
  detail: "This is not a readable MP4 or MOV file.",
  details: { reason: "not_a_video" },
});

/** A server that keeps what it is sent, and fails when told to. */
export function fakeServer() {
  const received = new Map<string, Uint8Array[]>();
  const log: string[] = [];
  /** Thrown by the next calls of a kind, one each; a part that fails may have arrived all the same. */
  const failures: { readonly call: string; readonly problem: ApiProblem; readonly arrives?: number }[] = [];
  const fail = (call: string) => {
    const at = failures.findIndex((failure) => failure.call === call);
    return at < 0 ? undefined : failures.splice(at, 1)[0];
  };
  const sizeOf = (path: string) => received.get(path)?.reduce((sum, part) => sum + part.length, 0) ?? null;
  const door: UploadDoor = {
    create: async () => {
      log.push("create");
      const failure = fail("create");
      if (failure) throw failure.problem;
      const path = `/api/uploads/${received.size + 1}`;
      received.set(path, []);
      return path;
    },
    offset: async (path) => {
      log.push("offset");
      return sizeOf(path);
    },
    send: async (path, { bytes, offset, signal, onSent }) => {
      log.push(`send ${offset}`);
      signal.throwIfAborted();
      if (offset !== sizeOf(path)) throw CONFLICT;
      const failure = fail("send");
      const all = new Uint8Array(await bytes.arrayBuffer());
      const arrived = failure ? all.subarray(0, failure.arrives ?? 0) : all;
      received.get(path)?.push(arrived);
      onSent(arrived.length);
      if (failure) throw failure.problem;
      return offset + all.length;
    },
    finish: async (path) => {
      log.push("finish");
      const failure = fail("finish");
      if (failure) throw failure.problem;
      return assetOf(path);
    },
    drop: async (path) => {
      log.push("drop");
      received.delete(path);
    },
  };
  const bytesAt = (path: string) => Buffer.concat(received.get(path) ?? []);
  return { door, log, failures, bytesAt, forgetAll: () => received.clear() };
}

/** Only what the tests look at is of this upload. */
export function assetOf(path: string): Asset {
  return { id: `asset of ${path}` } as Asset;
}

export function storageOf(texts: Map<string, string> = new Map()) {
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  };
}

export function depsFor(
  door: UploadDoor,
  options: { storage?: ReturnType<typeof storageOf> } = {},
): SendDeps {
  const storage = options.storage ?? storageOf();
  return {
    door,
    memory: uploadMemory({ storage, nowMs: () => 1_000_000 }),
    rest: async (_ms, signal) => signal.throwIfAborted(),
    random: () => 0.5,
  };
}
