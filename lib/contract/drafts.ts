import { z } from "zod";
import { MAX_DRAFT_NAME, MAX_DRAFT_WORDS } from "./draft-limits.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";

/** Who sees a draft: its author alone, or the whole team. */
export const DRAFT_VISIBILITIES = ["private", "team"] as const;
export type DraftVisibility = (typeof DRAFT_VISIBILITIES)[number];

/** Longest state of a tool, in characters of its JSON. A drawing with hundreds of strokes takes a tenth of it. */
export const MAX_DRAFT_CHARACTERS = 512 * 1024;

/** Of one author, so that nobody fills the database by saving. */
export const MAX_DRAFTS_OF_AUTHOR = 500;
/** The newest ones; an older one that is shared is reached by its link. */
export const MAX_LISTED_DRAFTS = 200;
/** After that a trashed draft is gone for good. */
export const TRASHED_DRAFT_DAYS = 30;

const personSchema = z.object({ userId: z.string(), name: z.string() });

export const draftSummarySchema = z.object({
  id: z.string(),
  /** Slug of the Create screen. */
  tool: z.string(),
  /** "" while it has none. */
  name: z.string(),
  words: z.string(),
  pictureId: z.string().nullable(),
  visibility: z.enum(DRAFT_VISIBILITIES),
  version: z.int(),
  /** Null for someone who has no account any more. */
  author: personSchema.nullable(),
  /** Who saved it last. */
  editor: personSchema.nullable(),
  savedAt: z.iso.datetime(),
  isTrashed: z.boolean(),
  /** What the caller may do with it. */
  mayEdit: z.boolean(),
  mayShare: z.boolean(),
  mayTrash: z.boolean(),
});

/** Anything that `JSON.parse` gives. A schema that contains itself would have no place in the OpenAPI document. */
const jsonValue = z.custom<z.core.util.JSONType>();

export const draftSchema = draftSummarySchema.extend({
  /** What the tool holds. Written by a person of the team: whoever shows it reads it field by field. */
  state: jsonValue,
});

/** Plain JSON of a tool. */
const stateSchema = z
  .record(z.string(), jsonValue)
  .refine((state) => JSON.stringify(state).length <= MAX_DRAFT_CHARACTERS, {
    message: `must not be longer than ${MAX_DRAFT_CHARACTERS} characters of JSON`,
  });

const nameSchema = z
  .string()
  .trim()
  .max(MAX_DRAFT_NAME)
  .refine((text) => !/\p{Cc}/u.test(text), { message: "must not contain control characters" });

export const saveDraftSchema = z.strictObject({
  tool: z.string().regex(/^[a-z0-9-]{1,40}$/),
  state: stateSchema,
  words: z.string().max(MAX_DRAFT_WORDS),
  pictureId: idSchema("asset").nullable(),
  /** The version that these changes were made to; 0 for a draft that is not there yet. */
  expectedVersion: z.int().min(0),
  /** For a new draft: its name, and who sees it. Those of an older one are changed by `updateDraft`. */
  name: nameSchema.optional(),
  visibility: z.enum(DRAFT_VISIBILITIES).optional(),
});

export const updateDraftSchema = z.strictObject({
  name: nameSchema.optional(),
  visibility: z.enum(DRAFT_VISIBILITIES).optional(),
});

export type DraftSummary = z.infer<typeof draftSummarySchema>;
/** A draft as the server keeps it. */
export type KeptDraft = z.infer<typeof draftSchema>;
export type SaveDraft = z.infer<typeof saveDraftSchema>;
export type UpdateDraft = z.infer<typeof updateDraftSchema>;

/** Why a save was refused: `newer` is what somebody else saved meanwhile; null when it was deleted. */
export type DraftConflict = { readonly newer: KeptDraft | null };

const draftParamsSchema = z.strictObject({ draftId: idSchema("draft") });

export const listDraftsOperation = defineOperation({
  id: "listDrafts",
  method: "GET",
  path: "/api/drafts",
  summary: "One's own drafts and those shared with the team, the last saved first.",
  access: { kind: "member", action: "draft.read" },
  response: z.object({ drafts: z.array(draftSummarySchema) }),
});

export const getDraftOperation = defineOperation({
  id: "getDraft",
  method: "GET",
  path: "/api/drafts/{draftId}",
  summary: "A draft with what is in it.",
  access: { kind: "member", action: "draft.read" },
  params: draftParamsSchema,
  response: draftSchema,
});

export const saveDraftOperation = defineOperation({
  id: "saveDraft",
  method: "PUT",
  path: "/api/drafts/{draftId}",
  summary:
    "Save a draft; expectedVersion 0 makes it. When somebody saved a newer one: 409 with that version in details.newer.",
  access: { kind: "member", action: "draft.edit" },
  audit: { none: "a request in the making decides nothing yet" },
  params: draftParamsSchema,
  body: saveDraftSchema,
  maxBodyBytes: 2 * 1024 * 1024, // characters of JSON may take up to three bytes
  response: draftSummarySchema,
});

export const updateDraftOperation = defineOperation({
  id: "updateDraft",
  method: "PATCH",
  path: "/api/drafts/{draftId}",
  summary: "Rename a draft, or change who sees it.",
  access: { kind: "member", action: "draft.edit" },
  audit: { none: "a request in the making decides nothing yet" },
  params: draftParamsSchema,
  body: updateDraftSchema,
  response: draftSummarySchema,
});

export const trashDraftOperation = defineOperation({
  id: "trashDraft",
  method: "DELETE",
  path: "/api/drafts/{draftId}",
  summary: "Move a draft to the trash; it can be restored for 30 days.",
  access: { kind: "member", action: "draft.trash" },
  audit: { none: "a request in the making decides nothing yet" },
  params: draftParamsSchema,
  response: draftSummarySchema,
});

export const restoreDraftOperation = defineOperation({
  id: "restoreDraft",
  method: "POST",
  path: "/api/drafts/{draftId}/restore",
  summary: "Take a draft out of the trash.",
  access: { kind: "member", action: "draft.trash" },
  audit: { none: "a request in the making decides nothing yet" },
  params: draftParamsSchema,
  response: draftSummarySchema,
});
