import { z } from "zod";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";

export const ASSET_VARIANTS = ["content", "poster", "preview", "download"] as const;

/** Uploaded by a person, made by a task, or painted for one. */
export const ASSET_ORIGINS = ["upload", "output", "mask"] as const;

export const assetSchema = z.object({
  id: z.string(),
  origin: z.enum(ASSET_ORIGINS),
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  durationSeconds: z.number().nullable(),
  createdAt: z.iso.datetime(),
});

export const assetListSchema = z.object({ assets: z.array(assetSchema), nextCursor: z.string().nullable() });

export type Asset = z.infer<typeof assetSchema>;
export type AssetList = z.infer<typeof assetListSchema>;

export const uploadAssetOperation = defineOperation({
  id: "uploadAsset",
  method: "POST",
  path: "/api/assets",
  summary: "Upload one JPEG or PNG as the raw body (≤ 10 MB); it is checked, cleaned and stored.",
  access: { kind: "member", action: "asset.upload" },
  rateClass: "costly",
  query: z.strictObject({ name: z.string().min(1).max(200) }),
  body: "bytes",
  maxBodyBytes: 10 * 1024 * 1024,
  response: assetSchema,
  status: 201,
});

export const listAssetsOperation = defineOperation({
  id: "listAssets",
  method: "GET",
  path: "/api/assets",
  summary: "The team's files, newest first.",
  access: { kind: "member", action: "asset.read" },
  query: z.strictObject({
    origin: z.enum(["upload", "output"]).optional(),
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
