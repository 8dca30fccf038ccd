import { z } from "zod";
import { assetSchema } from "./assets.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { MAX_UPLOAD_BYTES } from "./upload-limits.ts";

/** Resumable uploads speak tus 1.0.0 (tus.io/protocols/resumable-upload) with creation, termination and expiration. */
const uploadParamsSchema = z.strictObject({ uploadId: idSchema("upload") });

const access = { kind: "member", action: "asset.upload" } as const;

export const describeUploadsOperation = defineOperation({
  id: "describeUploads",
  method: "OPTIONS",
  path: "/api/uploads",
  summary: "What this tus server speaks, in its headers.",
  access: { kind: "public" },
  status: 204,
  response: "stream",
});

export const createUploadOperation = defineOperation({
  id: "createUpload",
  method: "POST",
  path: "/api/uploads",
  summary:
    "Begin a resumable upload (tus 1.0.0): Upload-Length, and Upload-Metadata with filename and filetype. Location tells where its bytes go.",
  access,
  audit: { none: "bytes on their way; the file says who brought it and when" },
  rateClass: "costly",
  status: 201,
  response: "stream",
});

export const getUploadOffsetOperation = defineOperation({
  id: "getUploadOffset",
  method: "HEAD",
  path: "/api/uploads/{uploadId}",
  summary: "How many bytes of an upload are safe: Upload-Offset.",
  access,
  params: uploadParamsSchema,
  response: "stream",
});

export const sendUploadBytesOperation = defineOperation({
  id: "sendUploadBytes",
  method: "PATCH",
  path: "/api/uploads/{uploadId}",
  summary:
    "The next bytes, as application/offset+octet-stream from Upload-Offset on. What arrived is kept when the call breaks off; 409 and nothing kept when the offset is another, or somebody else is sending.",
  access,
  audit: { none: "bytes on their way; the file says who brought it and when" },
  params: uploadParamsSchema,
  body: "stream",
  maxBodyBytes: MAX_UPLOAD_BYTES.video,
  status: 204,
  response: "stream",
});

export const endUploadOperation = defineOperation({
  id: "endUpload",
  method: "DELETE",
  path: "/api/uploads/{uploadId}",
  summary: "Give an upload up; its bytes are removed.",
  access,
  audit: { none: "bytes on their way; the file says who brought it and when" },
  params: uploadParamsSchema,
  status: 204,
  response: "stream",
});

export const finishUploadOperation = defineOperation({
  id: "finishUpload",
  method: "POST",
  path: "/api/uploads/{uploadId}/finish",
  summary:
    "Check a whole upload, clean it and take it into the library. Again gives the same file; a refused one is gone, and `details` says why.",
  access,
  audit: { none: "bytes on their way; the file says who brought it and when" },
  rateClass: "costly",
  params: uploadParamsSchema,
  response: assetSchema,
  status: 201,
});
