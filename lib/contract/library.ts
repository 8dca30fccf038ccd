import { z } from "zod";
import { ELEMENT_TAG_IDS } from "#lib/kling/element-tags.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";

const MAX_PAGE = 100;

const personSchema = z.object({ id: z.string(), name: z.string() });

/** What elements and voices have in common: where they are kept, and who made them. */
const keptFields = {
  id: z.string(),
  name: z.string(),
  /** The account that keeps it; nothing made elsewhere can name it. */
  connection: personSchema,
  createdBy: personSchema.nullable(),
  /** The task that made it; null when that is gone. */
  taskId: z.string().nullable(),
  createdAt: z.iso.datetime(),
};

export const elementSchema = z.object({
  ...keptFields,
  /** The upstream's id: a long beyond 2^53, as exact text. */
  elementId: z.string(),
  library: z.enum(["custom", "advanced"]),
  description: z.string(),
  referenceType: z.enum(["image_refer", "video_refer"]),
  frontAssetId: z.string().nullable(),
  viewAssetIds: z.array(z.string()),
  videoAssetIds: z.array(z.string()),
  tagIds: z.array(z.enum(ELEMENT_TAG_IDS)),
  /** The upstream's id of its voice; null without one. */
  voiceId: z.string().nullable(),
});

export const voiceSchema = z.object({
  ...keptFields,
  /** The upstream's id. */
  voiceId: z.string(),
  trialAssetId: z.string().nullable(),
});

const elementListSchema = z.object({
  elements: z.array(elementSchema),
  nextCursor: z.string().nullable(),
});
const voiceListSchema = z.object({ voices: z.array(voiceSchema), nextCursor: z.string().nullable() });

const pageQuery = {
  connectionId: idSchema("connection").optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(MAX_PAGE),
};

/** `deleted`: upstream confirmed it. `gone`: upstream knew it no more. `kept`: upstream has no way to delete it, or is removed. */
export const deletionSchema = z.object({ upstream: z.enum(["deleted", "gone", "kept"]) });

export type LibraryElement = z.infer<typeof elementSchema>;
export type LibraryVoice = z.infer<typeof voiceSchema>;
export type LibraryDeletion = z.infer<typeof deletionSchema>;
export type ElementList = z.infer<typeof elementListSchema>;
export type VoiceList = z.infer<typeof voiceListSchema>;

const READ = { kind: "member", action: "library.read" } as const;
const DELETE = { kind: "member", action: "library.delete" } as const;

export const listElementsOperation = defineOperation({
  id: "listElements",
  method: "GET",
  path: "/api/elements",
  summary: "The team's elements of both libraries and of every connection, newest first.",
  access: READ,
  query: z.strictObject({ ...pageQuery, cursor: idSchema("element").optional() }),
  response: elementListSchema,
});

export const deleteElementOperation = defineOperation({
  id: "deleteElement",
  method: "DELETE",
  path: "/api/elements/{elementId}",
  summary: "Delete an element, upstream first. It cannot be undone; what was made with it stays.",
  access: DELETE,
  audit: "element.removed",
  rateClass: "write",
  params: z.strictObject({ elementId: idSchema("element") }),
  response: deletionSchema,
});

export const listVoicesOperation = defineOperation({
  id: "listVoices",
  method: "GET",
  path: "/api/voices",
  summary: "The team's own voices of every connection, newest first.",
  access: READ,
  query: z.strictObject({ ...pageQuery, cursor: idSchema("voice").optional() }),
  response: voiceListSchema,
});

export const deleteVoiceOperation = defineOperation({
  id: "deleteVoice",
  method: "DELETE",
  path: "/api/voices/{voiceId}",
  summary: "Delete a voice, upstream first. It cannot be undone; what was made with it stays.",
  access: DELETE,
  audit: "voice.removed",
  rateClass: "write",
  params: z.strictObject({ voiceId: idSchema("voice") }),
  response: deletionSchema,
});

const presetElementSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  tagIds: z.array(z.enum(ELEMENT_TAG_IDS)),
  /** Upstream's own picture; null where it tells none. */
  pictureUrl: z.string().nullable(),
});

const connectionParams = z.strictObject({ connectionId: idSchema("connection") });

export const listPresetElementsOperation = defineOperation({
  id: "listPresetElements",
  method: "GET",
  path: "/api/connections/{connectionId}/preset-elements",
  summary: "Elements of the house at one connection, asked of its upstream; null where it has no such list.",
  access: READ,
  rateClass: "write",
  params: connectionParams,
  query: z.strictObject({ library: z.enum(["custom", "advanced"]) }),
  response: z.object({ elements: z.array(presetElementSchema).nullable() }),
});

export const listPresetVoicesOperation = defineOperation({
  id: "listPresetVoices",
  method: "GET",
  path: "/api/connections/{connectionId}/preset-voices",
  summary:
    "Voices of the house for clips at one connection, asked of its upstream; null where it has no such list.",
  access: READ,
  rateClass: "write",
  params: connectionParams,
  response: z.object({
    voices: z
      .array(z.object({ id: z.string(), name: z.string(), trialUrl: z.string().nullable() }))
      .nullable(),
  }),
});
