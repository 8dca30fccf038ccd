import { describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { type HttpUpstream, httpUpstreamOf } from "#lib/kling/upstreams.ts";
import type { Submission } from "#lib/providers/provider.ts";
import { generationsClient } from "./generations.ts";
import { createHttpProvider, type HttpProviderDeps } from "./http-provider.ts";
import { nativeClient } from "./native.ts";
import type { Call, Sent } from "./sent.ts";
import { unifiedClient } from "./unified.ts";

const CLIENTS = { native: nativeClient, unified: unifiedClient, generations: generationsClient } as const;
const NEVER = new AbortController().signal;
const ASSET = "asset_01HZZZZZZZZZZZZZZZZZZZZZZZ";
const PICTURE = Buffer.from("a picture");

const CLIP: TaskRequest = {
  kind: "text2video",
  model_name: "kling-v3",
  prompt: "a boat",
  duration: "5",
  mode: "std",
};
const MOVING: TaskRequest = { ...CLIP, kind: "image2video", image: ASSET };

const ACCEPTED: Sent = {
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
function open(
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

function submission(request: TaskRequest, given: Partial<Submission> = {}): Submission {
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

async function bodyOf(request: TaskRequest, given: Partial<Submission> = {}, place: Place = {}) {
  const { provider, calls } = open([ACCEPTED], place);
  const outcome = await provider.submit(submission(request, given));
  if (outcome.kind !== "accepted") throw new Error(outcome.message);
  return calls[0]?.body;
}

const ENVELOPE_OF_DUPLICATE = {
  code: 1201,
  message: "External_task_id fw-1 already exists",
  request_id: "r",
};
const DUPLICATE: Sent = { type: "answered", status: 400, body: ENVELOPE_OF_DUPLICATE };
const NOBODY: Sent = {
  type: "answered",
  status: 400,
  body: { code: 1201, message: "Task not found by id/external id: fw-1", request_id: "r" },
};

describe("what travels beside the request", () => {
  test("our id and the callback's address, where the endpoint has fields for them", async () => {
    const callback_url = "https://studio.acme.io/api/callbacks/token";
    expect(await bodyOf(CLIP)).toMatchObject({ external_task_id: "fw-1", callback_url });
    const tryOn: TaskRequest = {
      kind: "virtual-try-on",
      model_name: "kolors-virtual-try-on-v1",
      human_image: ASSET,
    };
    const body = await bodyOf(tryOn);
    expect(body).toMatchObject({ callback_url });
    expect(body).not.toHaveProperty("external_task_id");
    const speech: TaskRequest = { kind: "tts", text: "hello", voice_id: "x", voice_language: "en" };
    expect(await bodyOf(speech)).toEqual({ text: "hello", voice_id: "x", voice_language: "en" });
  });

  test("neither where the dialect has none", async () => {
    const body = await bodyOf(CLIP, {}, { provider: "generations", preset: "generations" });
    expect(body).toEqual({ model: "kling-v3-std-silent", prompt: "a boat", duration: 5 });
  });

  test("fields of a client that we do not know, at their own places", async () => {
    const body = await bodyOf(CLIP, { extraFields: { style_code: 7, "camera_control.speed": 2 } });
    expect(body).toMatchObject({ style_code: 7 });
    expect(body).not.toHaveProperty("camera_control");
  });
});

describe("files", () => {
  test("go as raw base64 from a hidden studio, in every dialect that takes it", async () => {
    const image = PICTURE.toString("base64");
    expect(await bodyOf(MOVING)).toMatchObject({ image });
    expect(await bodyOf(MOVING, {}, { provider: "unified", preset: "unified" })).toMatchObject({ image });
  });

  test("go as signed addresses from a studio that can be reached, and are not read then", async () => {
    const inputUrl = (role: string) => `https://studio.acme.io/v1/files/${role}`;
    const readInput = () => Promise.reject(new Error("was read"));
    const image = "https://studio.acme.io/v1/files/image";
    expect(await bodyOf(MOVING, { inputUrl, readInput })).toMatchObject({ image });
  });

  test("that cannot get there are refused by us, and nothing is sent", async () => {
    const { provider, calls } = open([], { provider: "generations", preset: "generations" });
    expect(await provider.submit(submission(MOVING))).toEqual({
      kind: "refused",
      code: 1201,
      message: "image: needs address",
      retryable: false,
    });
    expect(calls).toEqual([]);
  });

  test("that cannot be read are no doubt: nothing was sent, and it may be tried again", async () => {
    const { provider, calls } = open([]);
    const readInput = () => Promise.reject(new Error("the bucket is away"));
    expect(await provider.submit(submission(MOVING, { readInput }))).toMatchObject({
      kind: "refused",
      retryable: true,
    });
    expect(calls).toEqual([]);
  });

  test("of this very upstream go by their id there, those of another one as files", async () => {
    const extended: TaskRequest = { kind: "identify-face", video_id: "output_1" };
    const answer = { ...ACCEPTED, body: { code: 0, data: { session_id: "s", face_data: [] } } } as const;
    const sent = async (given: Partial<Submission>) => {
      const { provider, calls } = open([answer]);
      await provider.submit(submission(extended, given));
      return calls[0]?.body;
    };
    expect(await sent({ upstreamIdOf: () => "v-77" })).toEqual({ video_id: "v-77" });
    const inputUrl = () => "https://studio.acme.io/v1/files/x";
    expect(await sent({ inputUrl })).toEqual({ video_url: "https://studio.acme.io/v1/files/x" });
  });

  test("that are masks are turned round, and then travel in the body, where black means painted", async () => {
    const mask = "asset_01HYYYYYYYYYYYYYYYYYYYYYYY";
    const trajectories = [
      { x: 1, y: 1 },
      { x: 9, y: 9 },
    ];
    const brushed: TaskRequest = { ...MOVING, static_mask: mask, dynamic_masks: [{ mask, trajectories }] };
    const inputUrl = (role: string) => `https://studio.acme.io/v1/files/${role}`;
    const invertMask = async (bytes: Uint8Array) => Buffer.from(`not ${Buffer.from(bytes)}`);
    const turned = Buffer.from("not a picture").toString("base64");
    const body = await bodyOf(brushed, { inputUrl }, { deps: { invertMask } });
    expect(body).toMatchObject({
      image: inputUrl("image"),
      static_mask: turned,
      dynamic_masks: [{ mask: turned }],
    });
  });

  test("of the older lip-sync change from an address to the file itself", async () => {
    const lips: TaskRequest = {
      kind: "lip-sync",
      input: { video_id: "output_1", mode: "audio2video", audio_type: "url", audio_url: ASSET },
    };
    expect(await bodyOf(lips, { upstreamIdOf: () => "v-77" })).toMatchObject({
      input: {
        video_id: "v-77",
        mode: "audio2video",
        audio_type: "file",
        audio_file: PICTURE.toString("base64"),
      },
    });
  });
});

test("a camera move is told in the words of the upstream's own documents", async () => {
  const camera_control = { type: "simple", config: { pan: 3 } } as const;
  const moved: TaskRequest = { ...CLIP, camera_control };
  expect(await bodyOf(moved)).toMatchObject({ camera_control });
  expect(await bodyOf(moved, {}, { deps: { hasOldAxes: true } })).toMatchObject({
    camera_control: { type: "simple", config: { tilt: 3 } },
  });
});

describe("a duplicate", () => {
  const found: Sent = {
    type: "answered",
    status: 200,
    body: {
      code: 0,
      data: { task_id: "77", task_status: "processing", task_info: { external_task_id: "fw-1" } },
    },
  };

  test("is the first task, and is told to whoever keeps count", async () => {
    const { provider, calls, duplicates } = open([DUPLICATE, found]);
    expect(await provider.submit(submission(CLIP))).toMatchObject({
      kind: "accepted",
      task: { upstreamTaskId: "77", state: "processing" },
    });
    expect(calls.map(({ path }) => path)).toEqual(["/v1/videos/text2video", "/v1/videos/text2video/fw-1"]);
    expect(duplicates()).toBe(1);
  });

  test("that cannot be found is a doubt, and never a refusal: the first one is paid", async () => {
    expect((await open([DUPLICATE, NOBODY]).provider.submit(submission(CLIP))).kind).toBe("doubtful");
    const lost: Sent = { type: "timeout", message: "late" };
    expect((await open([DUPLICATE, lost]).provider.submit(submission(CLIP))).kind).toBe("doubtful");
  });

  test("of a kind that is read by upstream's id alone is looked for among the newest", async () => {
    const lips: TaskRequest = {
      kind: "advanced-lip-sync",
      session_id: "s",
      face_choose: [
        { face_id: "0", audio_id: "a1", sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 0 },
      ],
    };
    const other = { task_id: "76", task_status: "processing", task_info: {} };
    const mine = { task_id: "77", task_status: "processing", task_info: { external_task_id: "fw-1" } };
    const page: Sent = { type: "answered", status: 200, body: { code: 0, data: [other, mine] } };
    const { provider, calls } = open([NOBODY, page]);
    expect(await provider.findByExternalId("fw-1", lips, NEVER)).toMatchObject({ upstreamTaskId: "77" });
    expect(calls[1]).toMatchObject({ path: "/v1/videos/advanced-lip-sync", query: { pageNum: "1" } });
  });

  test("of anything but our id is an ordinary refusal", async () => {
    const taken = { code: 1201, message: "Element name boat already exists", request_id: "r" };
    const { provider, calls, duplicates } = open([{ type: "answered", status: 400, body: taken }]);
    expect(await provider.submit(submission(CLIP))).toMatchObject({ kind: "refused", code: 1201 });
    expect(calls).toHaveLength(1);
    expect(duplicates()).toBe(0);
  });

  test("makes a gateway class A once it was seen, and not before", () => {
    const gateway = { provider: "unified", preset: "unified" } as const;
    expect(open([], gateway).provider.submissionClass(CLIP)).toBe("A?");
    const seen = { ...gateway, deps: { sawDuplicateRefusal: true } };
    expect(open([], seen).provider.submissionClass(CLIP)).toBe("A");
    expect(open([]).provider.submissionClass(CLIP)).toBe("A");
  });
});

describe("a question", () => {
  const answered = (status: number, body: unknown): Sent => ({ type: "answered", status, body });

  test.each([
    [
      "the live server's words",
      answered(400, { code: 1201, message: "Task not found by id/external id: 1" }),
    ],
    ["the table's code", answered(404, { code: 1203, message: "no such task" })],
    ["a gateway's words", answered(404, { code: 404, message: "task does not exist" })],
  ])("is answered with no by %s", async (_, sent) => {
    expect(await open([sent]).provider.query("1", CLIP, NEVER)).toBeNull();
  });

  test.each([
    ["a 404 of something in between", answered(404, undefined)],
    ["another wrong value", answered(400, { code: 1201, message: "pageSize is wrong" })],
    ["a broken upstream", answered(500, { code: 5000, message: "Internal server error" })],
    ["a refused credential", answered(401, { code: 1002, message: "Authorization is invalid" })],
    ["HTML with 200", answered(200, undefined)],
    ["silence", { type: "timeout", message: "late" }],
    ["a cut", { type: "broken", message: "cut" }],
    ["an upstream that is away", { type: "unreachable", message: "refused" }],
  ] satisfies [string, Sent][])("is not answered by %s", async (_, sent) => {
    await expect(open([sent]).provider.query("1", CLIP, NEVER)).rejects.toMatchObject({
      code: "provider_unavailable",
      retryable: true,
    });
  });
});

describe("many tasks", () => {
  const asked = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ upstreamTaskId: String(index), request: CLIP }));
  const page = (ids: readonly number[]): Sent => ({
    type: "answered",
    status: 200,
    body: { code: 0, data: ids.map((id) => ({ task_id: String(id), task_status: "processing" })) },
  });
  const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

  test("are read with a page for up to five hundred, and no page more than needed", async () => {
    const { provider, calls } = open([page(range(0, 500)), page(range(500, 500)), page([])]);
    expect((await provider.queryMany?.(asked(1000), NEVER))?.size).toBe(1000);
    expect(calls.map(({ query }) => query)).toEqual([
      { pageNum: "1", pageSize: "500" },
      { pageNum: "2", pageSize: "500" },
    ]);
  });

  test("that are older than what the pages hold are left to be asked for alone", async () => {
    const { provider, calls } = open([page(range(1000, 30)), page(range(2000, 30)), page(range(3000, 30))]);
    expect((await provider.queryMany?.(asked(3), NEVER))?.size).toBe(0);
    expect(calls).toHaveLength(2);
  });

  test("are not listed where no page says that the upstream can", () => {
    expect(open([], { preset: "kapon" }).provider.queryMany).toBeUndefined();
    expect(open([], { provider: "unified", preset: "unified" }).provider.queryMany).toBeUndefined();
  });
});
