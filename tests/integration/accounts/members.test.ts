import { beforeEach, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { leaveTeam } from "#lib/teams/leave-team.ts";
import { makeCookie, makeMember } from "../routes/actors.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";
import { ask } from "./operation.ts";

let team: TestTeam;
let owner: { cookie: string };
let teams = 0;

beforeEach(async () => {
  await systemDb.rateLimit.deleteMany();
  team = await makeTeam(`members${teams++}`);
  owner = { cookie: await makeCookie(team.ownerId) };
});

async function ownerMemberId(): Promise<string> {
  const { id } = await systemDb.member.findFirstOrThrow({
    where: { organizationId: team.teamId, role: "owner" },
  });
  return id;
}

test("the last owner can neither leave nor step down nor be put out", async () => {
  const memberId = await ownerMemberId();
  const leave = await ask("leaveTeam", {}, owner);
  const stepDown = await ask("setRole", { params: { memberId }, body: { role: "admin" } }, owner);
  const remove = await ask("removeMember", { params: { memberId } }, owner);
  expect([leave.status, stepDown.status, remove.status]).toEqual([409, 409, 409]);
  expect([leave.body.details.reason, stepDown.body.details.reason]).toEqual(["last_owner", "last_owner"]);
  expect((await ask("getMe", {}, owner)).body.membership.role).toBe("owner");
});

test("of two owners who leave at the same moment one stays, every time", async () => {
  for (let round = 0; round < 10; round++) {
    const rival = await makeTeam(`race${teams++}`);
    const second = await makeMember(rival, "owner");
    const first = await systemDb.member.findFirstOrThrow({ where: { userId: rival.ownerId } });
    const { teamId } = rival;
    const departures = [first.id, second.memberId].map((memberId) =>
      leaveTeam({ teamId, memberId, now: new Date() }),
    );
    const results = await Promise.allSettled(departures);
    expect(results.filter((it) => it.status === "fulfilled")).toHaveLength(1);
    expect(await systemDb.member.count({ where: { organizationId: teamId, role: "owner" } })).toBe(1);
  }
});

test("of two owners who demote each other at the same moment one stays an owner", async () => {
  const second = await makeMember(team, "owner");
  const firstId = await ownerMemberId();
  const otherId = second.memberId;
  await Promise.all([
    ask("setRole", { params: { memberId: otherId }, body: { role: "viewer" } }, owner),
    ask("setRole", { params: { memberId: firstId }, body: { role: "viewer" } }, second.headers),
  ]);
  expect(await systemDb.member.count({ where: { organizationId: team.teamId, role: "owner" } })).toBe(1);
});

test("an owner hands the team over and leaves", async () => {
  const heir = await makeMember(team, "creator");
  const made = await ask("setRole", { params: { memberId: heir.memberId }, body: { role: "owner" } }, owner);
  expect(made.body.role).toBe("owner");
  expect((await ask("leaveTeam", {}, owner)).status).toBe(204);
  const me = await ask("getMe", {}, owner);
  expect(me.body).toMatchObject({ team: null, membership: null, teams: [] });
  expect((await ask("getTeam", {}, owner)).body.details.reason).toBe("no_team");
});

test("nobody raises themselves: an admin cannot become an owner, by role or by invitation", async () => {
  const admin = await makeMember(team, "admin");
  const params = { memberId: admin.memberId };
  expect((await ask("setRole", { params, body: { role: "owner" } }, admin.headers)).status).toBe(403);
  const body = { email: "me.again@example.com", role: "owner" };
  expect((await ask("inviteMember", { body }, admin.headers)).status).toBe(403);
  expect((await ask("setRole", { params, body: { role: "viewer" } }, admin.headers)).status).toBe(200);
  expect((await ask("setRole", { params, body: { role: "admin" } }, admin.headers)).status).toBe(403);
});

test("a demotion counts from the very next request", async () => {
  const admin = await makeMember(team, "admin");
  expect((await ask("listInvitations", {}, admin.headers)).status).toBe(200);
  await ask("setRole", { params: { memberId: admin.memberId }, body: { role: "viewer" } }, owner);
  expect((await ask("listInvitations", {}, admin.headers)).status).toBe(403);
});

test("while an admin works without pause, not one call succeeds after their demotion is told", async () => {
  const admin = await makeMember(team, "admin");
  let isDemoted = false;
  const late: number[] = [];
  const work = async () => {
    for (let count = 0; count < 40; count++) {
      const startedAfter = isDemoted;
      const { status } = await ask("updateTeam", { body: { name: `renamed ${count}` } }, admin.headers);
      if (startedAfter) late.push(status);
    }
  };
  const demote = async () => {
    await ask("setRole", { params: { memberId: admin.memberId }, body: { role: "creator" } }, owner);
    isDemoted = true;
  };
  await Promise.all([work(), work(), demote()]);
  expect(late.length).toBeGreaterThan(0);
  expect(late.filter((status) => status !== 403)).toEqual([]);
});

test("whoever is put out is out at once: session, keys and all", async () => {
  const creator = await makeMember(team, "creator");
  const key = await ask("createApiKey", { body: { name: "mine", scope: "create" } }, creator.headers);
  expect(key.status).toBe(201);
  expect((await ask("removeMember", { params: { memberId: creator.memberId } }, owner)).status).toBe(204);
  expect((await ask("getMe", {}, creator.headers)).status).toBe(401);
  expect(await systemDb.apiKey.count({ where: { teamId: team.teamId, revokedAt: null } })).toBe(0);
  expect(await systemDb.session.count({ where: { userId: creator.userId } })).toBe(0);
});

test("who is in two teams works in the one they chose, and only there", async () => {
  const other = await makeTeam(`other${teams++}`);
  const person = await makeMember(team, "creator");
  await systemDb.member.create({
    data: {
      id: `member_${"0".repeat(25)}${teams % 10}`,
      organizationId: other.teamId,
      userId: person.userId,
      role: "viewer",
    },
  });
  expect((await ask("getMe", {}, person.headers)).body.team.id).toBe(team.teamId);
  expect((await ask("activateTeam", { params: { teamId: other.teamId } }, person.headers)).status).toBe(204);
  const me = await ask("getMe", {}, person.headers);
  expect(me.body).toMatchObject({ team: { id: other.teamId }, membership: { role: "viewer" } });
  expect(me.body.teams).toHaveLength(2);
  expect((await ask("createApiKey", { body: { name: "k", scope: "read" } }, person.headers)).status).toBe(
    403,
  );
  const again = { cookie: await makeCookie(person.userId) };
  expect((await ask("getMe", {}, again)).body.team.id, "a new session goes on there").toBe(other.teamId);
});

test("a session whose team put the person out is in no team, and never in another on the quiet", async () => {
  const other = await makeTeam(`quiet${teams++}`);
  const person = await makeMember(team, "owner");
  await systemDb.member.create({
    data: {
      id: `member_${"1".repeat(25)}${teams % 10}`,
      organizationId: other.teamId,
      userId: person.userId,
      role: "owner",
    },
  });
  await systemDb.member.delete({ where: { id: person.memberId } });
  const { status, body } = await ask("updateTeam", { body: { name: "oops" } }, person.headers);
  expect([status, body.details.reason]).toEqual([403, "no_team"]);
  expect((await ask("getMe", {}, person.headers)).body).toMatchObject({
    team: null,
    teams: [{ id: other.teamId }],
  });
});
