import { afterAll, expect, test } from "vitest";
import type { SaveDraft } from "#lib/contract/drafts.ts";
import { MAX_DRAFT_CHARACTERS, saveDraftSchema } from "#lib/contract/drafts.ts";
import type { Principal, Role } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { forgetTrashedDrafts } from "#lib/drafts/forget-drafts.ts";
import { getDraft } from "#lib/drafts/get-draft.ts";
import { listDrafts } from "#lib/drafts/list-drafts.ts";
import { saveDraft } from "#lib/drafts/save-draft.ts";
import { restoreDraft, trashDraft } from "#lib/drafts/trash-draft.ts";
import { updateDraft } from "#lib/drafts/update-draft.ts";
import { newId } from "#lib/shared/ids.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";

afterAll(() => systemDb.$disconnect());

async function join({ teamId }: TestTeam, role: Role): Promise<Principal & { kind: "member" }> {
  const [userId, memberId] = [newId("user"), newId("member")];
  await systemDb.user.create({
    data: { id: userId, name: `A ${role}`, email: `${userId}@example.com`.toLowerCase() },
  });
  await systemDb.member.create({ data: { id: memberId, organizationId: teamId, userId, role } });
  return { kind: "member", teamId, userId, memberId, role };
}

function content(prompt: string, part: Partial<SaveDraft> = {}): SaveDraft {
  const rest = { tool: "text-to-video", pictureId: null, expectedVersion: 0 };
  return { ...rest, state: { prompt }, words: prompt, ...part };
}

async function made(caller: Principal, part: Partial<SaveDraft> = {}): Promise<string> {
  const draftId = newId("draft");
  await saveDraft({ caller, draftId, ...content("a kite", part) });
  return draftId;
}

test("what was saved is there for its author on any device, exactly as it was", async () => {
  const { caller } = await createTeam();
  const draftId = newId("draft");
  const state = { zebra: 1, apple: [{ b: null, a: "字" }], "10": true, prompt: "a kite" };
  await saveDraft({ caller, draftId, ...content("a kite", { state, name: "Kites" }) });
  const kept = await getDraft({ caller, draftId });
  expect(JSON.stringify(kept.state)).toBe(JSON.stringify(state));
  expect(kept).toMatchObject({
    version: 1,
    name: "Kites",
    visibility: "private",
    author: { userId: caller.userId },
  });
});

test("of many saves at once exactly one wins, and the others are told what it saved", async () => {
  const { caller } = await createTeam();
  const draftId = await made(caller);
  const saves = Array.from({ length: 8 }, (_, index) =>
    saveDraft({ caller, draftId, ...content(`a kite ${index}`, { expectedVersion: 1 }) }),
  );
  const results = await Promise.allSettled(saves);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const kept = await getDraft({ caller, draftId });
  expect(kept.version).toBe(2);
  for (const result of results) {
    if (result.status === "fulfilled") expect(result.value).toMatchObject({ version: 2, words: kept.words });
    else
      expect(result.reason).toMatchObject({
        code: "conflict",
        details: { newer: { version: 2, state: kept.state } },
      });
  }
});

test("of many first saves under one id exactly one wins", async () => {
  const { caller } = await createTeam();
  const draftId = newId("draft");
  const saves = Array.from({ length: 6 }, (_, index) =>
    saveDraft({ caller, draftId, ...content(`kite ${index}`) }),
  );
  const results = await Promise.allSettled(saves);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await systemDb.draft.count({ where: { id: draftId } })).toBe(1);
});

test("a shared draft is everybody's to change, a private one is nobody else's to know of", async () => {
  const team = await createTeam();
  const [mate, viewer] = [await join(team, "creator"), await join(team, "viewer")];
  const draftId = await made(mate);
  await expect(getDraft({ caller: team.caller, draftId })).rejects.toMatchObject({ code: "not_found" });
  expect(await listDrafts({ caller: team.caller })).toEqual([]);
  await updateDraft({ caller: mate, draftId, visibility: "team" });
  const saved = await saveDraft({
    caller: team.caller,
    draftId,
    ...content("two kites", { expectedVersion: 1 }),
  });
  expect(saved).toMatchObject({ author: { userId: mate.userId }, editor: { userId: team.caller.userId } });
  const [seen] = await listDrafts({ caller: viewer });
  expect(seen).toMatchObject({ words: "two kites", mayEdit: false, mayShare: false, mayTrash: false });
});

test("only its author takes a draft back from the team; who worked on it then loses sight of it", async () => {
  const team = await createTeam();
  const mate = await join(team, "creator");
  const draftId = await made(mate, { visibility: "team" });
  await expect(updateDraft({ caller: team.caller, draftId, visibility: "private" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await updateDraft({ caller: mate, draftId, visibility: "private" });
  const save = { caller: team.caller, draftId, ...content("two kites", { expectedVersion: 1 }) };
  await expect(saveDraft(save)).rejects.toMatchObject({ code: "not_found" });
});

test("a deleted draft takes no save, says so, and comes back whole", async () => {
  const team = await createTeam();
  const draftId = await made(team.caller);
  await trashDraft({ caller: team.caller, draftId });
  expect(await listDrafts({ caller: team.caller })).toEqual([]);
  const save = { caller: team.caller, draftId, ...content("two kites", { expectedVersion: 1 }) };
  await expect(saveDraft(save)).rejects.toMatchObject({ code: "conflict", details: { newer: null } });
  await restoreDraft({ caller: team.caller, draftId });
  expect(await getDraft({ caller: team.caller, draftId })).toMatchObject({ words: "a kite", version: 1 });
});

test("what has been in the trash for a month is forgotten, and nothing else", async () => {
  const { caller } = await createTeam();
  const [old, fresh, kept] = [await made(caller), await made(caller), await made(caller)];
  const trashed = (days: number) => ({ trashedAt: new Date(Date.now() - days * 24 * 3600 * 1000) });
  await systemDb.draft.update({ where: { id: old }, data: trashed(31) });
  await systemDb.draft.update({ where: { id: fresh }, data: trashed(29) });
  await forgetTrashedDrafts();
  const left = await systemDb.draft.findMany({ where: { teamId: caller.teamId }, select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([fresh, kept].toSorted());
});

test("a list shows the team's own pictures only", async () => {
  const [team, stranger] = [await createTeam(), await createTeam()];
  const [ours, theirs] = await Promise.all(
    [team, stranger].map(({ caller }) => uploadPicture(caller, { widthPx: 400, heightPx: 300 })),
  );
  await made(team.caller, { pictureId: ours?.id ?? null, words: "ours" });
  await made(team.caller, { pictureId: theirs?.id ?? null, words: "theirs" });
  const drafts = await listDrafts({ caller: team.caller });
  expect(new Map(drafts.map(({ words, pictureId }) => [words, pictureId]))).toEqual(
    new Map([
      ["ours", ours?.id],
      ["theirs", null],
    ]),
  );
});

test("what is too long is refused before it is kept", () => {
  const state = { prompt: "x".repeat(MAX_DRAFT_CHARACTERS) };
  expect(saveDraftSchema.safeParse(content("a kite", { state })).success).toBe(false);
  expect(saveDraftSchema.safeParse(content("a kite")).success).toBe(true);
});
