import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getFile } from "#app/v1/files/[assetId]/route.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { knockAtGateway, STUDIO_ORIGIN } from "#tests/support/studio-door.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { until } from "#tests/support/until.ts";
import { FULL_SIZE, startWorker, type TestProcess } from "#tests/support/worker-process.ts";

type Keys = Awaited<ReturnType<typeof createApiKey>>;
type Call = { readonly body?: unknown; readonly authorization?: string | null };

let team: TestTeam;
let keys: Keys;
/** A studio elsewhere has workers of its own. */
let worker: TestProcess | undefined;

beforeAll(async () => {
  team = await createTeam();
  keys = await createKey("create");
  if (STUDIO_ORIGIN === undefined) worker = startWorker(FULL_SIZE);
});

afterAll(async () => {
  await worker?.kill("SIGTERM");
  await closeProducerQueue();
});

test("a bearer orders a clip, follows it and plays the file it is given", async () => {
  const created = await call("POST", "/v1/videos/text2video", {
    body: {
      model_name: "kling-v1",
      prompt: "a lighthouse at night",
      duration: 5,
      mode: "std",
      aspect_ratio: "1:1",
    },
  });
  expect(created).toMatchObject({
    status: 200,
    body: { code: 0, message: "SUCCEED", data: { task_status: "submitted", task_info: {} } },
  });
  expect(created.body.data.created_at).toEqual(expect.any(Number));

  const done = await untilSettled("text2video", created.body.data.task_id);
  expect(done).toMatchObject({ task_status: "succeed", task_status_msg: "", final_unit_deduction: "1" });
  const [video] = done.task_result.videos;
  expect(Number(video.duration)).toBeCloseTo(5, 1);

  const file = await fetchFile(video.url);
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("video/mp4");
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.subarray(4, 8).toString("latin1")).toBe("ftyp");
  const part = await fetchFile(video.url, { range: "bytes=4-7" });
  expect([part.status, await part.text()]).toEqual([206, "ftyp"]);
}, 90_000);

test("a picture in base64 becomes a clip of the picture's own shape", async () => {
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#4a7" } })
    .jpeg()
    .toBuffer();
  const created = await call("POST", "/kling/v1/videos/image2video/", {
    body: {
      model_name: "kling-v1-6",
      image: picture.toString("base64"),
      prompt: "",
      negative_prompt: null,
      duration: "5",
    },
  });
  expect(created.body).toMatchObject({ code: 0 });
  const done = await untilSettled("image2video", created.body.data.task_id);
  expect(done.task_status).toBe("succeed");
  const row = await systemDb.task.findUniqueOrThrow({
    where: { id: created.body.data.task_id },
    include: { outputs: { include: { asset: true } } },
  });
  expect(row.outputs[0]?.asset).toMatchObject({ widthPx: 1080, heightPx: 720 });
}, 90_000);

test("a token signed with the pair is as good as the key", async () => {
  const seconds = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({ iss: keys.accessKey, exp: seconds + 1800, nbf: seconds - 5 })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(keys.secretKey));
  const listed = await call("GET", "/v1/videos/text2video", { authorization: `Bearer ${token}` });
  expect(listed).toMatchObject({ status: 200, body: { code: 0 } });
});

test.each([
  ["no header", null, 1001],
  ["an unknown key", "Bearer fw_nothing", 1002],
  ["a token of nobody's", `Bearer ${tokenOf("nobody", "secret")}`, 1002],
])("%s is refused with its code", async (_name, authorization, code) => {
  const answer = await call("GET", "/v1/videos/text2video", { authorization });
  expect(answer).toMatchObject({ status: 401, body: { code } });
  expect(answer.body).not.toHaveProperty("data");
});

test.each([
  ["not JSON", "{", 400, 1200],
  ["an unknown model", { model_name: "kling-v9", prompt: "x" }, 404, 1203],
  ["no prompt", { model_name: "kling-v1" }, 400, 1201],
  ["a mode that the model has not", { model_name: "kling-v2-6", prompt: "x", mode: "4k" }, 400, 1201],
  [
    "a camera movement that the model has not",
    { model_name: "kling-v2-6", prompt: "x", camera_control: { type: "forward_up" } },
    400,
    1201,
  ],
])("%s is refused and orders nothing", async (_name, body, status, code) => {
  const before = await systemDb.task.count({ where: { teamId: team.teamId } });
  expect(await call("POST", "/v1/videos/text2video", { body })).toMatchObject({ status, body: { code } });
  expect(await systemDb.task.count({ where: { teamId: team.teamId } })).toBe(before);
});

test("an external id finds the task again, and cannot be used twice", async () => {
  const body = { prompt: "[slow:600] a calm sea", external_task_id: "order-7" };
  const created = await call("POST", "/v1/videos/text2video", { body });
  const found = await call("GET", "/v1/videos/text2video/order-7");
  expect(found.body.data).toMatchObject({
    task_id: created.body.data.task_id,
    task_info: { external_task_id: "order-7" },
  });
  const again = await call("POST", "/v1/videos/text2video", { body });
  expect(again).toMatchObject({
    status: 400,
    body: { code: 1201, message: "External_task_id order-7 already exists" },
  });
});

test("another team's task is answered exactly like an unknown one", async () => {
  const created = await call("POST", "/v1/videos/text2video", { body: { prompt: "[slow:600] mine" } });
  const id = created.body.data.task_id;
  const stranger = await createTeam();
  const { key } = await createKey("create", stranger);
  const foreign = await call("GET", `/v1/videos/text2video/${id}`, { authorization: `Bearer ${key}` });
  expect(foreign).toMatchObject({
    status: 400,
    body: { code: 1201, message: `Task not found by id/external id: ${id}` },
  });
});

test("a key that may only read cannot order", async () => {
  const { key } = await createKey("read");
  const authorization = `Bearer ${key}`;
  const answer = await call("POST", "/v1/videos/text2video", { body: { prompt: "x" }, authorization });
  expect(answer).toMatchObject({ status: 403, body: { code: 1103 } });
  expect(await call("GET", "/v1/videos/text2video", { authorization })).toMatchObject({ status: 200 });
});

test("a path or a method that Kling has not is 404 with its code", async () => {
  expect(await call("GET", "/v1/pictures/nothing")).toMatchObject({ status: 404, body: { code: 1203 } });
  expect(await call("DELETE", "/v1/videos/text2video")).toMatchObject({ status: 404, body: { code: 1202 } });
});

test("a picture's address inside our own network is not fetched", async () => {
  const body = { model_name: "kling-v1-6", image: "http://127.0.0.1/picture.png", prompt: "x" };
  expect(await call("POST", "/v1/videos/image2video", { body })).toMatchObject({
    status: 400,
    body: { code: 1201 },
  });
});

function createKey(scope: "read" | "create", of: TestTeam = team): Promise<Keys> {
  return createApiKey({
    teamId: of.teamId,
    userId: of.caller.userId,
    name: "script",
    scope,
    expiresAt: null,
  });
}

async function call(method: string, path: string, { body, authorization = `Bearer ${keys.key}` }: Call = {}) {
  const response = await knockAtGateway(path, {
    method,
    headers: authorization === null ? {} : { authorization },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function untilSettled(kind: string, id: string) {
  return until(
    async () => {
      const { data } = (await call("GET", `/v1/videos/${kind}/${id}`)).body;
      return ["succeed", "failed"].includes(data.task_status) && data;
    },
    { withinMs: 80_000, what: `the task ends; the worker said ${worker?.output()}` },
  );
}

/** Plays the part of a player: no key and no cookie. */
function fetchFile(url: string, headers: Record<string, string> = {}): Promise<Response> {
  if (STUDIO_ORIGIN !== undefined) return fetch(url, { headers });
  const assetId = new URL(url).pathname.split("/").at(-1) ?? "";
  return getFile(new Request(url, { headers }), { params: Promise.resolve({ assetId }) });
}

/** A token as a careless client would make it. */
function tokenOf(issuer: string, secret: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ iss: issuer, exp: 4_102_444_800, nbf: 0 })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
