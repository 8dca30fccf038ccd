import { beforeEach, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { ACCOUNT_RULE } from "#lib/teams/guard-sign-in.ts";
import { makeMember } from "../routes/actors.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";
import { ask, signIn } from "./operation.ts";

const PASSWORD = "four green kites fly";
const NEXT_PASSWORD = "seven blue boats sail";

let team: TestTeam;
let email: string;
let teams = 0;

beforeEach(async () => {
  await systemDb.rateLimit.deleteMany();
  team = await makeTeam(`sessions${teams++}`);
  email = `founder.${team.canary}@example.com`;
});

test("a session is an HttpOnly, Lax cookie, and its token is in no body", async () => {
  const { status, body, headers } = await ask("signIn", { body: { email, password: PASSWORD } });
  expect([status, body]).toEqual([204, null]);
  expect(headers.getSetCookie()).toHaveLength(1);
  expect(headers.getSetCookie()[0]).toMatch(/^framewright\.session_token=.*Path=\/; HttpOnly; SameSite=Lax$/);
});

test("a wrong password, an unknown address and an account without a password get the same answer", async () => {
  const { userId } = await makeMember(team, "viewer");
  const invited = await systemDb.user.findUniqueOrThrow({ where: { id: userId } });
  const tries = [
    { email, password: "five green kites fly" },
    { email: "nobody@example.com", password: PASSWORD },
    { email: invited.email, password: PASSWORD },
  ];
  const answers = await Promise.all(tries.map((body) => ask("signIn", { body })));
  for (const { status, body } of answers) {
    expect(status).toBe(401);
    expect(body.detail).toBe(answers[0]?.body.detail);
  }
});

test("after ten wrong passwords an account takes no more tries, the right one included, from any address", async () => {
  for (let count = 0; count < ACCOUNT_RULE.max; count++) {
    expect((await ask("signIn", { body: { email, password: "wrong password no" } })).status).toBe(401);
  }
  const refused = await ask("signIn", { body: { email: email.toUpperCase(), password: PASSWORD } });
  expect(refused.status).toBe(429);
  expect(refused.body.code).toBe("rate_limited");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await systemDb.session.count({ where: { user: { email } } })).toBe(0);
});

test("a right password forgets the wrong ones before it", async () => {
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 5; count++) {
      await ask("signIn", { body: { email, password: "wrong password no" } });
    }
    await signIn(email, PASSWORD);
  }
});

test("a hundred tries at once for one account: no more than ten are looked at", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => ask("signIn", { body: { email, password: "wrong password no" } })),
  );
  const looked = answers.filter((it) => it.status === 401);
  expect(looked.length).toBeLessThanOrEqual(ACCOUNT_RULE.max);
  expect(answers.every((it) => it.status === 401 || it.status === 429)).toBe(true);
});

test("strangers together get sixty tries in ten seconds when no proxy names their address", async () => {
  const forged = (index: number) => ({ headers: { "x-forwarded-for": `203.0.113.${index}` } });
  const answers = await Promise.all(
    Array.from({ length: 70 }, (_, index) =>
      ask("signIn", { body: { email: `x${index}@example.com`, password: PASSWORD }, ...forged(index) }),
    ),
  );
  expect(answers.filter((it) => it.status === 429)).toHaveLength(10);
});

test("signing out ends the session in the database, not only the cookie", async () => {
  const cookie = await signIn(email, PASSWORD);
  expect((await ask("signOut", { body: {} }, cookie)).status).toBe(204);
  expect((await ask("getMe", {}, cookie)).status).toBe(401);
  expect(await systemDb.session.count({ where: { user: { email } } })).toBe(0);
});

test("a changed password ends every other session at once, and only the new one signs in", async () => {
  const [laptop, phone, tablet] = [
    await signIn(email, PASSWORD),
    await signIn(email, PASSWORD),
    await signIn(email, PASSWORD),
  ];
  const body = { currentPassword: PASSWORD, newPassword: NEXT_PASSWORD };
  expect((await ask("changePassword", { body }, laptop)).status).toBe(204);
  expect((await ask("getMe", {}, laptop)).status).toBe(200);
  expect((await ask("getMe", {}, phone)).status).toBe(401);
  expect((await ask("getMe", {}, tablet)).status).toBe(401);
  expect((await ask("signIn", { body: { email, password: PASSWORD } })).status).toBe(401);
  await signIn(email, NEXT_PASSWORD);
});

test("changing the password asks for the present one, and for a good new one", async () => {
  const cookie = await signIn(email, PASSWORD);
  const wrong = await ask(
    "changePassword",
    { body: { currentPassword: "not the password", newPassword: NEXT_PASSWORD } },
    cookie,
  );
  expect([wrong.status, wrong.body.details.reason]).toEqual([400, "wrong_password"]);
  const weak = await ask(
    "changePassword",
    { body: { currentPassword: PASSWORD, newPassword: "password1234" } },
    cookie,
  );
  expect([weak.status, weak.body.details.weakness]).toEqual([400, "common"]);
  await signIn(email, PASSWORD);
});

test("an expired session is over", async () => {
  const cookie = await signIn(email, PASSWORD);
  await systemDb.session.updateMany({ where: { user: { email } }, data: { expiresAt: new Date(0) } });
  expect((await ask("getMe", {}, cookie)).status).toBe(401);
});

test("a session that is used is prolonged at most once a day, in the database and in the cookie", async () => {
  const cookie = await signIn(email, PASSWORD);
  expect((await ask("getMe", {}, cookie)).headers.getSetCookie()).toEqual([]);
  const inTwentyDays = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000);
  await systemDb.session.updateMany({ where: { user: { email } }, data: { expiresAt: inTwentyDays } });
  const answer = await ask("getTeam", {}, cookie);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^framewright\.session_token=.*Max-Age=2592000/);
  const session = await systemDb.session.findFirstOrThrow({ where: { user: { email } } });
  expect(session.expiresAt.getTime()).toBeGreaterThan(inTwentyDays.getTime());
});

test("a cookie with a changed signature, or another's token, signs nobody in", async () => {
  const { cookie } = await signIn(email, PASSWORD);
  const forged = [
    cookie.slice(0, -4),
    cookie.replace(/=./, "=Z"),
    cookie.replace("framewright", "better-auth"),
  ];
  for (const it of forged) expect((await ask("getMe", {}, { cookie: it })).status).toBe(401);
});

test("profile changes are kept, and what was not given stays", async () => {
  const cookie = await signIn(email, PASSWORD);
  await ask("updateMe", { body: { locale: "zh-CN", theme: "dark" } }, cookie);
  await ask("updateMe", { body: { name: "安娜" } }, cookie);
  const { body } = await ask("getMe", {}, cookie);
  expect(body.user).toMatchObject({ name: "安娜", locale: "zh-CN", theme: "dark" });
  const back = await ask("updateMe", { body: { locale: null } }, cookie);
  expect(back.body.user).toMatchObject({ locale: null, theme: "dark" });
});
