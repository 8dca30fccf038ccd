import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { type HttpUpstream, httpUpstreamOf } from "#lib/kling/upstreams.ts";
import type { Submission } from "#lib/providers/provider.ts";
import { generationsClient } from "./generations.ts";
import { createHttpProvider, type HttpProviderDeps } from "./http-provider.ts";
import { nativeClient } from "./native.ts";
import type { Call, Sent } from "./sent.ts";
import { unifiedClient } from "./unified.ts";

const CLIENTS = { native: nativeClient, unified: unifiedClient, generations: generationsClient } as const;
export const NEVER = new AbortController().signal;
export const ASSET = "asset_01HZZZZZZZZZZZZZZZZZZZZZZZ";
export const PICTURE = Buffer.from("a picture");

export const CLIP = {
  kind: "text2video",
  model_name: "kling-v3",
  prompt: "a boat",
  duration: "5",
  mode: "std",
} as const satisfies TaskRequest;
export const MOVING = { ...CLIP, kind: "image2video", image: ASSET } as const satisfies TaskRequest;

export const ACCEPTED: Sent = {
  type: "answered",
  status: 200,
  body: {
    code: 0,
    message: "SUCCEED",
    data: { task_id: "1", task_status: "submitted" },
    id: "1",
    status: "pending",
  },
};

type Place = {
  readonly preset?: string;
  readonly provider?: keyof typeof CLIENTS;
  readonly deps?: Partial<HttpProviderDeps>;
};

/** A provider whose upstream answers from a list, and what it was asked. */
export function open(
  answers: readonly Sent[],
  { provider = "native", preset = "official_global", deps }: Place = {},
) {
  const upstream: HttpUpstream | null = httpUpstreamOf({ provider, preset });
  if (upstream === null) throw new Error(`${provider} is not reached over HTTP`);
  const calls: Call[] = [];
  const left = [...answers];
  let duplicates = 0;
  const opened = createHttpProvider({
    upstream,
    client: CLIENTS[provider],
    async transport(call) {
      calls.push(call);
      return left.shift() ?? ACCEPTED;
    },
    sawDuplicateRefusal: false,
    hasOldAxes: false,
    invertMask: null,
    nowMs: () => 1_781_080_794_151,
    async onDuplicateRefused() {
      duplicates += 1;
    },
    countOutput: () => undefined,
    ...deps,
  });
  return { provider: opened, calls, duplicates: () => duplicates };
}

export function submission(request: TaskRequest, given: Partial<Submission> = {}): Submission {
  return {
    request,
    externalId: "fw-1",
    extraFields: {},
    readInput: async () => PICTURE,
    inputUrl: () => null,
    upstreamIdOf: () => null,
    callbackUrl: "https://studio.acme.io/api/callbacks/token",
    signal: NEVER,
    ...given,
  };
}

export async function bodyOf(request: TaskRequest, given: Partial<Submission> = {}, place: Place = {}) {
  const { provider, calls } = open([ACCEPTED], place);
  const outcome = await provider.submit(submission(request, given));
  if (outcome.kind !== "accepted") throw new Error(outcome.message);
  return calls[0]?.body;
}
