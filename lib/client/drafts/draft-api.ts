import { queryOptions } from "@tanstack/react-query";
import type { DraftConflict, DraftSummary, KeptDraft, SaveDraft, UpdateDraft } from "#lib/contract/drafts.ts";
import { callApi } from "../api.ts";
import { ApiProblem } from "../api-problem.ts";

export const draftListKey = ["drafts"] as const;

/** One's own drafts and the team's shared ones, the last saved first; asked for again whenever somebody looks. */
export const draftListQuery = () =>
  queryOptions({
    queryKey: draftListKey,
    queryFn: async ({ signal }) => {
      const { drafts } = await callApi<{ drafts: DraftSummary[] }>("GET", "/api/drafts", { signal });
      return drafts;
    },
    staleTime: 0,
  });

export function getDraft(draftId: string): Promise<KeptDraft> {
  return callApi<KeptDraft>("GET", `/api/drafts/${draftId}`);
}

/** @throws ApiProblem conflict: see `conflictOf` */
export function saveDraft(draftId: string, save: SaveDraft): Promise<DraftSummary> {
  return callApi<DraftSummary>("PUT", `/api/drafts/${draftId}`, { body: save });
}

export function updateDraft(draftId: string, update: UpdateDraft): Promise<DraftSummary> {
  return callApi<DraftSummary>("PATCH", `/api/drafts/${draftId}`, { body: update });
}

export function trashDraft(draftId: string): Promise<DraftSummary> {
  return callApi<DraftSummary>("DELETE", `/api/drafts/${draftId}`);
}

export function restoreDraft(draftId: string): Promise<DraftSummary> {
  return callApi<DraftSummary>("POST", `/api/drafts/${draftId}/restore`);
}

/** What stood in the way of a save; null when it failed for another reason. */
export function conflictOf(error: unknown): DraftConflict | null {
  if (!(error instanceof ApiProblem) || error.code !== "conflict" || !("newer" in error.details)) return null;
  return error.details as DraftConflict; // the server's own words, see `saveDraft` in lib/drafts
}
