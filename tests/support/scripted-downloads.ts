import type { OpenedOutput, Provider, ProviderOutput } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";

/** How the provider behaves on one download; what is not said is as it should be. */
export type Reply = {
  readonly file?: Uint8Array;
  /** Of the stream, after which it breaks: 0..1. */
  readonly cutAt?: number;
  /** It breaks without an error, as a peer that closes does when no length was told. */
  readonly isSilent?: boolean;
  /** Length that is told; null = none. */
  readonly told?: number | null;
  readonly tag?: string | null;
  readonly mime?: string;
  /** Answers a range with the whole file. */
  readonly ignoresRange?: boolean;
  readonly refuses?: "gone" | "unreachable";
};

export type ScriptedDownloads = {
  readonly provider: Provider;
  /** Calls to `openOutput`: the address, and where it was to begin. */
  readonly calls: { readonly url: string; readonly fromByte: number }[];
  /** Bytes that were handed out, over all calls. */
  readonly sentBytes: () => number;
};

const CHUNK_BYTES = 4 * 1024;

type Script = {
  readonly file: Uint8Array;
  /** One after the other; then everything is as it should be. */
  readonly replies?: readonly Reply[];
  /** What a query tells of the outputs' addresses now. */
  readonly query?: (outputs: readonly ProviderOutput[]) => readonly ProviderOutput[];
};

/** A provider whose only talent are downloads, good and bad ones. */
export function scriptedDownloads({ file, replies = [], query }: Script): ScriptedDownloads {
  const calls: { url: string; fromByte: number }[] = [];
  let sent = 0;
  const unused = () => Promise.reject(new Error("nobody should submit or look for anything here"));
  const provider: Provider = {
    submissionClass: () => "A",
    submit: unused,
    findByExternalId: unused,
    async query(upstreamTaskId) {
      if (query === undefined) throw new Error("the provider does not answer");
      const known = { id: "out", label: "video", url: "", durationSeconds: null, dies: null } as const;
      const outputs = query([known]);
      const still = { state: "succeeded", progress: 1, failure: null, result: null } as const;
      return { upstreamTaskId, outputs, chargedUnits: null, raw: null, ...still };
    },
    async openOutput({ url }, { fromByte }) {
      const reply = replies[calls.length] ?? {};
      calls.push({ url, fromByte });
      return open(reply, { file: reply.file ?? file, fromByte, count: (bytes) => (sent += bytes) });
    },
  };
  return { provider, calls, sentBytes: () => sent };
}

type Opening = {
  readonly file: Uint8Array;
  readonly fromByte: number;
  readonly count: (bytes: number) => void;
};

function open(reply: Reply, { file, fromByte, count }: Opening): OpenedOutput {
  if (reply.refuses === "gone") throw new AppError("not_found", "The provider keeps this file no longer.");
  if (reply.refuses === "unreachable") throw new Error("connection refused");
  const startsAt = reply.ignoresRange ? 0 : fromByte;
  const whole = file.subarray(startsAt);
  const lastByte = Math.min(whole.byteLength - 1, Math.floor(whole.byteLength * (reply.cutAt ?? 1)));
  const part = reply.cutAt === undefined ? whole : whole.subarray(0, Math.max(1, lastByte));
  let at = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const chunk = part.subarray(at, at + CHUNK_BYTES);
    at += chunk.byteLength;
    count(chunk.byteLength);
    if (chunk.byteLength > 0) return controller.enqueue(chunk);
    if (part.byteLength === whole.byteLength || reply.isSilent) return controller.close();
    controller.error(new Error("the connection was cut"));
  };
  return {
    // Nothing is read ahead, so that what was counted is what was taken.
    body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    bytes: reply.told === undefined ? file.byteLength : reply.told,
    startsAt,
    mime: reply.mime ?? "video/mp4",
    tag: reply.tag === undefined ? '"one"' : reply.tag,
  };
}
