import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { refused, scriptedProvider } from "#tests/support/scripted-provider.ts";
import { submitAll } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { makeCookie } from "../routes/actors.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";
import { ask, signIn } from "./operation.ts";

const { port } = await vi.hoisted(async () => {
  const { freePort } = await import("#scripts/free-port.ts");
  const port = await freePort();
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.SMTP_FROM = "Framewright <studio@example.com>";
  return { port };
});

const PASSWORD = "four green kites fly";
const NEXT_PASSWORD = "seven blue boats sail";

const mails: string[] = [];
let arrived: () => void = () => {};

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      mails.push(decode(Buffer.concat(parts).toString("utf8")));
      done();
      arrived();
    });
  },
});
server.listen(port, "127.0.0.1");
await once(server.server, "listening");

afterAll(closeProducerQueue);
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

let team: TestTeam;
let teams = 0;

beforeEach(async () => {
  mails.length = 0;
  await systemDb.rateLimit.deleteMany();
  team = await makeTeam(`mail${teams++}`);
});

test("an invitation is mailed with the same link that is shown", async () => {
  const owner = { cookie: await makeCookie(team.ownerId) };
  expect((await ask("getSetup")).body).toEqual({ done: true, sendsMail: true });
  const { body } = await ask("inviteMember", { body: { email: "bo@example.com", role: "viewer" } }, owner);
  expect(body.mailed).toBe(true);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain(body.url);
  expect(mails[0]).toMatch(/^To: bo@example\.com\r?$/m);
});

test("a mail server that is down does not undo an invitation", async () => {
  const owner = { cookie: await makeCookie(team.ownerId) };
  const address = "refused\u00e9@example.com".replace("\u00e9", "");
  server.once("connect", () => {});
  const refuse = vi.spyOn(server, "onMailFrom").mockImplementation((_address, _session, done) => {
    done(new Error("no"));
  });
  const answer = await ask("inviteMember", { body: { email: address, role: "viewer" } }, owner);
  refuse.mockRestore();
  expect([answer.status, answer.body.mailed]).toEqual([201, false]);
  expect(answer.body.url).toMatch(/\/invite\/invitation_/);
});

test("a forgotten password: mailed link, new password, every session ended, link used up", async () => {
  const email = `founder.${team.canary}@example.com`;
  const [laptop, phone] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)];
  const token = await requestReset(email);
  expect(JSON.stringify(await systemDb.verification.findMany()), "stored hashed").not.toContain(token);

  const weak = await ask("resetPassword", { body: { token, newPassword: "password1234" } });
  expect([weak.status, weak.body.details.weakness]).toEqual([400, "common"]);
  expect((await ask("resetPassword", { body: { token, newPassword: NEXT_PASSWORD } })).status).toBe(204);
  expect((await ask("getMe", {}, laptop)).status).toBe(401);
  expect((await ask("getMe", {}, phone)).status).toBe(401);
  await signIn(email, NEXT_PASSWORD);
  expect((await ask("resetPassword", { body: { token, newPassword: PASSWORD } })).status).toBe(400);
});

test("asking for an address without an account gets the same answer, and no mail", async () => {
  const known = await ask("requestPasswordReset", { body: { email: `founder.${team.canary}@example.com` } });
  const unknown = await ask("requestPasswordReset", { body: { email: "nobody@example.com" } });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  await vi.waitFor(() => expect(mails).toHaveLength(1));
});

test("a connection whose account refuses is told to those who can do something about it, once", async () => {
  const { teamId, connectionId, caller } = await createTeam();
  await addMember(teamId, "admin");
  await addMember(teamId, "creator");
  const request = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;
  const tasks = await createTasks({ caller, request, takes: 2 });
  const provider = scriptedProvider({ onSubmit: () => refused(1102) });
  await submitAll(
    tasks.map(({ id }) => id),
    { queue: await producerQueue(), provider },
  );
  const { email } = await systemDb.user.findUniqueOrThrow({ where: { id: caller.userId } });
  const to = mails.map((mail) => /^To: (\S+?)\r?$/m.exec(mail)?.[1]).sort();
  expect(to).toEqual([email, `admin.${teamId.toLowerCase()}@example.com`].sort());
  expect(mails[0]).toContain("1102");
  expect(mails[0]).toContain("/settings/connections");
  expect(await systemDb.connection.count({ where: { id: connectionId, pausedAt: { not: null } } })).toBe(1);
});

async function addMember(teamId: string, role: string): Promise<void> {
  const user = { id: newId("user"), name: role, email: `${role}.${teamId.toLowerCase()}@example.com` };
  await systemDb.user.create({ data: user });
  await systemDb.member.create({
    data: { id: newId("member"), organizationId: teamId, userId: user.id, role },
  });
}

async function requestReset(email: string): Promise<string> {
  const mail = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  expect((await ask("requestPasswordReset", { body: { email } })).status).toBe(204);
  await mail;
  return /\/reset-password\?token=(\S+)/.exec(mails[0] ?? "")?.[1] ?? "";
}

/** Quoted-printable and base64 undone, as far as these mails use them. */
function decode(mail: string): string {
  const [head = "", ...rest] = mail.split("\r\n\r\n");
  const text = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(text, "base64").toString("utf8")}`;
  return `${head}\n\n${text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
}
