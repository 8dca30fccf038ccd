import { z } from "zod";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { TASK_STATUSES } from "./task-status.ts";
import { lineSchema } from "./text.ts";

export const ASSET_VARIANTS = ["content", "poster", "preview", "download"] as const;

/** Uploaded by a person, made by a task, or painted for one. */
export const ASSET_ORIGINS = ["upload", "output", "mask"] as const;

export const ASSET_TYPES = ["image", "video", "audio"] as const;

export const assetSchema = z.object({
  id: z.string(),
  origin: z.enum(ASSET_ORIGINS),
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  durationSeconds: z.number().nullable(),
  /** Pictures per second; null for what does not move. */
  fps: z.number().nullable(),
  /** Null for pictures. */
  hasSound: z.boolean().nullable(),
  /** Whether the variants `poster` and `preview` exist. */
  hasPoster: z.boolean(),
  hasPreview: z.boolean(),
  /** Who brought it, or ordered what it came from; null when they left. */
  createdById: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const assetListSchema = z.object({ assets: z.array(assetSchema), nextCursor: z.string().nullable() });

/** What would notice if the file were gone. */
export const assetUsesSchema = z.object({
  /** Tasks that it went into or came out of, the trash included. */
  taskCount: z.int(),
  /** Of these, tasks that are not over: as long as there is one, the file cannot be deleted. */
  unfinishedCount: z.int(),
  /** Elements that were made from it. Upstream has a copy of its own. */
  elementCount: z.int(),
  /** The newest tasks. */
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(TASK_KINDS),
      prompt: z.string(),
      status: z.enum(TASK_STATUSES),
      as: z.enum(["input", "output"]),
      createdAt: z.iso.datetime(),
      trashedAt: z.iso.datetime().nullable(),
    }),
  ),
});

export type AssetUses = z.infer<typeof assetUsesSchema>;

export const assetParamsSchema = z.strictObject({ assetId: idSchema("asset") });

export const assetNameSchema = lineSchema(200);

export type Asset = z.infer<typeof assetSchema>;
export type AssetList = z.infer<typeof assetListSchema>;

export const uploadAssetOperation = defineOperation({
  id: "uploadAsset",
  method: "POST",
  path: "/api/assets",
  summary: "Upload one JPEG or PNG as the raw body (≤ 10 MB); it is checked, cleaned and stored.",
  access: { kind: "member", action: "asset.upload" },
  audit: { none: "the file says who brought it and when" },
  rateClass: "costly",
  query: z.strictObject({ name: z.string().min(1).max(200) }),
  body: "bytes",
  maxBodyBytes: 10 * 1024 * 1024,
  response: assetSchema,
  status: 201,
});

export const importAssetOperation = defineOperation({
  id: "importAsset",
  method: "POST",
  path: "/api/assets/from-url",
  summary:
    "Fetch a picture, video or sound from a public address into the library; it is checked and cleaned like an upload.",
  access: { kind: "member", action: "asset.upload" },
  rateClass: "write",
  audit: { none: "the file says who brought it and when" },
  body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2048) }),
  response: assetSchema,
  status: 201,
});

export const listAssetsOperation = defineOperation({
  id: "listAssets",
  method: "GET",
  path: "/api/assets",
  summary: "The team's files, newest first; by type, origin and name.",
  access: { kind: "member", action: "asset.read" },
  query: z.strictObject({
    /** Without it both, but never masks: these belong to one task each. */
    origin: z.enum(["upload", "output"]).optional(),
    type: z.enum(ASSET_TYPES).optional(),
    /** A part of the name, in any case. */
    search: z.string().max(200).optional(),
    cursor: idSchema("asset").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(40),
  }),
  response: assetListSchema,
});

export const getAssetOperation = defineOperation({
  id: "getAsset",
  method: "GET",
  path: "/api/assets/{assetId}/{variant}",
  summary: "The bytes of a file, its still or its hover preview; answers single ranges.",
  access: { kind: "member", action: "asset.read" },
  params: z.strictObject({ assetId: idSchema("asset"), variant: z.enum(ASSET_VARIANTS) }),
  response: "stream",
});

export const findAssetOperation = defineOperation({
  id: "findAsset",
  method: "GET",
  path: "/api/assets/{assetId}",
  summary: "One file of the team: what it is, without its bytes.",
  access: { kind: "member", action: "asset.read" },
  params: assetParamsSchema,
  response: assetSchema,
});

export const getAssetUsesOperation = defineOperation({
  id: "getAssetUses",
  method: "GET",
  path: "/api/assets/{assetId}/uses",
  summary: "The tasks that a file went into or came out of: how many, and the latest few.",
  access: { kind: "member", action: "asset.read" },
  params: assetParamsSchema,
  response: assetUsesSchema,
});

export const renameAssetOperation = defineOperation({
  id: "renameAsset",
  method: "PATCH",
  path: "/api/assets/{assetId}",
  summary: "Rename a file.",
  access: { kind: "member", action: "asset.rename" },
  audit: { none: "a name in the library is no right" },
  rateClass: "write",
  params: assetParamsSchema,
  body: z.strictObject({ name: assetNameSchema }),
  response: assetSchema,
});

export const deleteAssetOperation = defineOperation({
  id: "deleteAsset",
  method: "DELETE",
  path: "/api/assets/{assetId}",
  summary:
    "Delete a file. One that tasks refer to is refused with its uses, unless forced; one that an unfinished task needs, always.",
  access: { kind: "member", action: "asset.delete" },
  audit: "asset.removed",
  rateClass: "costly",
  params: assetParamsSchema,
  query: z.strictObject({ force: z.enum(["true", "false"]).default("false") }),
});

export const restoreAssetOperation = defineOperation({
  id: "restoreAsset",
  method: "POST",
  path: "/api/assets/{assetId}/restore",
  summary: "Take the deletion of a file back, within the hours in which its bytes are certainly kept.",
  access: { kind: "member", action: "asset.delete" },
  audit: "asset.restored",
  rateClass: "write",
  params: assetParamsSchema,
  response: assetSchema,
});
