import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type HttpFixture, startHttpFixture } from "#tests/support/http-fixture.ts";
import type { TestTeam } from "#tests/support/team-fixture.ts";
import { testSound } from "#tests/support/test-media.ts";

let outside: HttpFixture;
let team: TestTeam;
let modules: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  const plain = sharp({ create: { width: 400, height: 300, channels: 3, background: "teal" } });
  const picture = await plain.png().toBuffer();
  outside = await startHttpFixture(({ path }, response) => {
    if (path.startsWith("/sea")) return void response.end(picture);
    if (path === "/hum") return void response.end(testSound());
    if (path === "/large.png")
      return void response.end(Buffer.concat([picture, Buffer.alloc(11 * 1024 * 1024)]));
    if (path === "/page.png") return void response.end("<!doctype html><title>no picture at all</title>");
    if (path === "/cut.png") {
      response.writeHead(200, { "content-length": "99999" }).write(picture);
      return void setImmediate(() => response.destroy());
    }
    response.writeHead(404).end();
  });
  // lib/env.ts reads the environment when it is loaded: so everything is loaded after it was set.
  process.env.OUTBOUND_ALLOWED_HOSTS = `127.0.0.1:${outside.port}`;
  modules = await load();
  team = await modules.createTeam();
});

beforeEach(() => modules.systemDb.rateLimit.deleteMany());

afterAll(() => outside.close());

async function load() {
  return {
    ...(await import("#lib/db/client.ts")),
    ...(await import("#lib/contract/assets.ts")),
    ...(await import("#tests/support/team-fixture.ts")),
    ...(await import("#tests/support/upload-traces.ts")),
    ...(await import("#tests/integration/routes/call.ts")),
    ...(await import("#tests/integration/routes/actors.ts")),
  };
}

async function importFrom(path: string): Promise<Response> {
  const cookie = await modules.makeCookie(team.caller.userId);
  const body = { url: `http://127.0.0.1:${outside.port}${path}` };
  return modules.call(modules.importAssetOperation, { body }, { cookie });
}

test("a file at a public address becomes a file of the team, named after its path and typed by its content", async () => {
  const picture = await importFrom("/sea/%E6%B5%B7.jpg?token=secret");
  expect(picture.status, await picture.clone().text()).toBe(201);
  expect(await picture.json()).toMatchObject({
    name: "海.jpg",
    mime: "image/png",
    widthPx: 400,
    origin: "upload",
  });
  expect(await (await importFrom("/hum")).json()).toMatchObject({ name: "hum", mime: "audio/wav" });
});

test.each([
  ["/page.png", 415, "unknown_type"],
  ["/large.png", 413, "too_large"],
  ["/cut.png", 503, undefined],
  ["/gone.png", 400, undefined],
])("%s is refused with %i, and nothing is left of it", async (path, status, reason) => {
  const before = await modules.uploadTraces(team.teamId);
  const answer = await importFrom(path);
  const problem = await answer.json();
  expect(answer.status, JSON.stringify(problem)).toBe(status);
  if (reason !== undefined)
    expect(problem.details).toMatchObject({ reason, words: { zh: expect.any(String) } });
  expect(await modules.uploadTraces(team.teamId)).toEqual(before);
});
