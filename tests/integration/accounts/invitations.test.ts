import { beforeEach, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { acceptInvitation } from "#lib/teams/accept-invitation.ts";
import { makeCookie, makeMember } from "../routes/actors.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";
import { ask, signIn } from "./operation.ts";

const PASSWORD = "seven blue boats sail";
const HOURS = 60 * 60 * 1000;

let team: TestTeam;
let owner: { cookie: string };
let teams = 0;

beforeEach(async () => {
  await systemDb.rateLimit.deleteMany();
  team = await makeTeam(`invites${teams++}`);
  owner = { cookie: await makeCookie(team.ownerId) };
});

async function invite(email: string, role = "creator"): Promise<string> {
  const { status, body } = await ask("inviteMember", { body: { email, role } }, owner);
  expect(status).toBe(201);
  return String(body.url).split("/").at(-1) ?? "";
}

function accept(
  invitationId: string,
  headers = {},
  account: object | undefined = { name: "Bo", password: PASSWORD },
) {
  return ask("acceptInvitation", { params: { invitationId }, body: { account } }, headers);
}

test("someone new opens the link, chooses a name and a password, and is in with the role they were given", async () => {
  const email = `bo${teams}@example.com`;
  const token = await invite(email.toUpperCase(), "viewer");
  const preview = await ask("getInvitation", { params: { invitationId: token } });
  expect(preview.body).toMatchObject({
    email,
    role: "viewer",
    hasAccount: false,
    teamName: `${team.canary} team`,
  });
  expect((await accept(token)).status).toBe(201);
  const me = await ask("getMe", {}, await signIn(email, PASSWORD));
  expect(me.body).toMatchObject({
    user: { email, name: "Bo" },
    team: { id: team.teamId },
    membership: { role: "viewer" },
  });
});

test("someone with an account signs in and accepts, and works in the new team from then on", async () => {
  const other = await makeTeam(`elsewhere${teams++}`);
  const person = await makeMember(other, "owner");
  const { email } = await systemDb.user.findUniqueOrThrow({ where: { id: person.userId } });
  const token = await invite(email);
  expect((await ask("getInvitation", { params: { invitationId: token } })).body.hasAccount).toBe(true);
  const signedOut = await accept(token);
  expect([signedOut.status, signedOut.body.details.reason]).toEqual([409, "has_account"]);
  expect((await accept(token, person.headers, undefined)).status).toBe(201);
  expect((await ask("getMe", {}, person.headers)).body.team.id).toBe(team.teamId);
});

test("whoever is signed in as someone else cannot take the place", async () => {
  const thief = await makeMember(team, "viewer");
  const token = await invite(`bo${teams}@example.com`, "owner");
  const { status, body } = await accept(token, thief.headers);
  expect([status, body.details.reason]).toEqual([403, "other_person"]);
});

test("a link works once, also when it is used ten times at the same moment", async () => {
  const email = `bo${teams}@example.com`;
  const token = await invite(email);
  const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
  expect(answers.filter((it) => it.status === 201)).toHaveLength(1);
  expect(await systemDb.member.count({ where: { organizationId: team.teamId, user: { email } } })).toBe(1);
  expect((await accept(token)).status).toBe(404);
});

test("a link ends after 48 hours, and not before", async () => {
  const token = await invite(`bo${teams}@example.com`);
  const account = { name: "Bo", password: PASSWORD };
  const late = new Date(Date.now() + 48 * HOURS + 1000);
  await expect(acceptInvitation({ token, session: null, account, now: late })).rejects.toMatchObject({
    code: "not_found",
  });
  const inTime = new Date(Date.now() + 48 * HOURS - 60_000);
  await acceptInvitation({ token, session: null, account, now: inTime });
});

test("a canceled link, and an older one for the same address, are worth nothing", async () => {
  const email = `bo${teams}@example.com`;
  const first = await invite(email);
  const second = await invite(email);
  expect((await accept(first)).status).toBe(404);
  const { body } = await ask("listInvitations", {}, owner);
  expect(body.invitations).toHaveLength(1);
  expect(JSON.stringify(body), "lists do not give links away").not.toContain(second);
  const invitationId = body.invitations[0].id;
  expect((await ask("cancelInvitation", { params: { invitationId } }, owner)).status).toBe(204);
  expect((await accept(second)).status).toBe(404);
  expect((await ask("cancelInvitation", { params: { invitationId } }, owner)).status).toBe(404);
});

test("members are not invited again", async () => {
  const member = await makeMember(team, "viewer");
  const { email } = await systemDb.user.findUniqueOrThrow({ where: { id: member.userId } });
  expect((await ask("inviteMember", { body: { email, role: "owner" } }, owner)).status).toBe(409);
});

test("a weak password is refused and the link stays good", async () => {
  const token = await invite(`bo${teams}@example.com`);
  const weak = await accept(token, {}, { name: "Bo", password: "password1234" });
  expect([weak.status, weak.body.details.weakness]).toEqual([400, "common"]);
  expect((await accept(token)).status).toBe(201);
});
