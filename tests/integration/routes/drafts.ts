import type { DraftVisibility, SaveDraft } from "#lib/contract/drafts.ts";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import type { Actor } from "./actors.ts";
import type { Prepare } from "./calls.ts";
import type { TestTeam } from "./world.ts";

type Made = {
  readonly authorId: string | undefined;
  readonly visibility?: DraftVisibility;
  readonly isTrashed?: boolean;
};

/** A draft of the team whose every text says whose it is. */
export async function makeDraft(team: TestTeam, { authorId, visibility = "private", isTrashed }: Made) {
  const draftId = newId("draft");
  await systemDb.draft.create({
    data: {
      id: draftId,
      teamId: team.teamId,
      authorId: authorId ?? team.ownerId,
      editorId: authorId ?? team.ownerId,
      tool: "text-to-video",
      name: `${team.canary} draft`,
      words: `${team.canary} kite`,
      state: { prompt: `${team.canary} kite` },
      visibility,
      trashedAt: isTrashed ? new Date() : null,
    },
  });
  return { draftId };
}

export function draftBody(part: Partial<SaveDraft> = {}): SaveDraft {
  const state = { prompt: "a kite" };
  return { tool: "text-to-video", state, words: "a kite", pictureId: null, expectedVersion: 1, ...part };
}

/** A complete, legal call of every row of the matrix that is about drafts. */
export function draftCalls(): Record<string, Prepare> {
  const own = ({ userId }: Actor) => ({ authorId: userId });
  const shared = (team: TestTeam) => makeDraft(team, { authorId: team.ownerId, visibility: "team" });
  const hidden = (team: TestTeam) => makeDraft(team, { authorId: team.ownerId });
  return {
    listDrafts: () => ({}),
    "getDraft.shared": async (team) => ({ params: await shared(team) }),
    "getDraft.private": async (team) => ({ params: await hidden(team) }),
    "getDraft.own": async (team, actor) => ({ params: await makeDraft(team, own(actor)) }),
    "saveDraft.new": () => ({
      params: { draftId: newId("draft") },
      body: draftBody({ expectedVersion: 0, name: "kites", visibility: "team" }),
    }),
    "saveDraft.shared": async (team) => ({ params: await shared(team), body: draftBody() }),
    "saveDraft.private": async (team) => ({ params: await hidden(team), body: draftBody() }),
    "saveDraft.own": async (team, actor) => ({
      params: await makeDraft(team, own(actor)),
      body: draftBody(),
    }),
    "saveDraft.old": async (team) => ({
      params: await shared(team),
      body: draftBody({ expectedVersion: 7 }),
    }),
    "updateDraft.shared": async (team) => ({ params: await shared(team), body: { name: "a better name" } }),
    "updateDraft.private": async (team) => ({ params: await hidden(team), body: { name: "a better name" } }),
    "updateDraft.own": async (team, actor) => ({
      params: await makeDraft(team, own(actor)),
      body: { visibility: "team" },
    }),
    "updateDraft.taken": async (team) => ({ params: await shared(team), body: { visibility: "private" } }),
    "trashDraft.shared": async (team) => ({ params: await shared(team) }),
    "trashDraft.private": async (team) => ({ params: await hidden(team) }),
    "trashDraft.own": async (team, actor) => ({ params: await makeDraft(team, own(actor)) }),
    "restoreDraft.shared": async (team) => ({
      params: await makeDraft(team, { authorId: team.ownerId, visibility: "team", isTrashed: true }),
    }),
    "restoreDraft.own": async (team, actor) => ({
      params: await makeDraft(team, { ...own(actor), isTrashed: true }),
    }),
  };
}
