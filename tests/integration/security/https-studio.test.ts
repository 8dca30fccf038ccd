import { expect, test, vi } from "vitest";
import { env } from "#lib/env.ts";
import { ask } from "../accounts/operation.ts";
import { makeTeam } from "../routes/world.ts";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://studio.example.com";
});

test("over https the session's cookie is bound to this host, this scheme and every path", async () => {
  expect(env.PUBLIC_URL).toBe("https://studio.example.com");
  await makeTeam("secure");
  const body = { email: "founder.secure@example.com", password: "four green kites fly" };
  const { headers, cookie } = await ask("signIn", { body });
  const [session = ""] = headers.getSetCookie();
  expect(session).toMatch(/^__Host-framewright\.session_token=/);
  expect(session).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(session).not.toMatch(/domain/i);
  expect((await ask("getMe", {}, cookie)).status).toBe(200);
});

test("over https every answer of the API asks browsers to come back over https only", async () => {
  for (const id of ["getLivez", "getMe"]) {
    expect((await ask(id)).headers.get("strict-transport-security")).toBe("max-age=63072000");
  }
});

test("a page on http at the same host is another origin", async () => {
  const headers = { origin: "http://studio.example.com", "sec-fetch-site": "" };
  expect((await ask("signOut", { body: {}, headers })).status).toBe(403);
});
