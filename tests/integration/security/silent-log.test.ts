import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { type App, startApp } from "#tests/support/start-app.ts";

let app: App;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "framewright-log-"));
  const { DATABASE_URL: databaseUrl = "", DATA_DIR: dataDir = "" } = process.env;
  app = await startApp({
    databaseUrl,
    dataDir,
    port: await freePort(),
    environment: { LOG_LEVEL: "trace" },
    logFile: path.join(folder, "app.log"),
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const PASSWORD = "canary-password four kites";
const WRONG_PASSWORD = "canary-wrong-password kites";
const NEXT_PASSWORD = "canary-next-password boats";

test("no password, cookie, link or key reaches the log, at any level, whatever fails", async () => {
  const account = { email: "canary-address@example.com", password: PASSWORD, name: "Ann", teamName: "Kites" };
  await send("POST", "/api/setup", account);
  await send("POST", "/api/auth/sign-in/email", { email: account.email, password: WRONG_PASSWORD });
  await send("POST", "/api/auth/sign-in/email", { email: "nobody@example.com", password: WRONG_PASSWORD });
  const signedIn = await send("POST", "/api/auth/sign-in/email", {
    email: account.email,
    password: PASSWORD,
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await send(
    "POST",
    "/api/me/password",
    { currentPassword: WRONG_PASSWORD, newPassword: NEXT_PASSWORD },
    { cookie },
  );
  const invitation = await read(
    await send("POST", "/api/invitations", { email: "bo@example.com", role: "viewer" }, { cookie }),
  );
  const key = await read(await send("POST", "/api/keys", { name: "canary", scope: "read" }, { cookie }));
  await send("GET", "/v1/videos/text2video", undefined, { authorization: `Bearer ${key.key}` });
  await send("GET", "/v1/videos/text2video", undefined, { authorization: "Bearer canary-bearer.a.b" });
  await send("POST", "/api/tasks", "canary-body {", { cookie });
  await app.stop();

  const log = await readFile(path.join(folder, "app.log"), "utf8");
  const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
  const link = String(invitation.url).split("/").at(-1) ?? "";
  const secrets = [PASSWORD, WRONG_PASSWORD, NEXT_PASSWORD, token, link, key.key, key.secretKey, "canary-"];
  for (const secret of secrets) {
    expect(String(secret).length).toBeGreaterThan(5);
    expect(log).not.toContain(String(secret));
  }
});

function send(
  method: string,
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(app.url + address, {
    method,
    headers: {
      "content-type": "application/json",
      origin: app.url,
      "sec-fetch-site": "same-origin",
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function read(response: Response): Promise<Record<string, unknown>> {
  expect(response.status).toBe(201);
  return response.json();
}
