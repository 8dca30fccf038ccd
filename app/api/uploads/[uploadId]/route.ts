import { endUpload } from "#lib/assets/resumable/end-upload.ts";
import { findUploadOrThrow } from "#lib/assets/resumable/find-upload.ts";
import { receiveBytes } from "#lib/assets/resumable/receive-bytes.ts";
import {
  endUploadOperation,
  getUploadOffsetOperation,
  sendUploadBytesOperation,
} from "#lib/contract/uploads.ts";
import { OFFSET_STREAM, readByteCount, readContentLength } from "#lib/http/tus-headers.ts";
import { defineTusRoute, expiryOf } from "#lib/http/tus-route.ts";
import { AppError } from "#lib/shared/errors.ts";

export const HEAD = defineTusRoute(getUploadOffsetOperation, async ({ caller, params }) => {
  const upload = await findUploadOrThrow({ caller, ...params });
  const { offset, length } = upload;
  const headers = { "upload-offset": String(offset), "upload-length": String(length), ...expiryOf(upload) };
  return { status: 200, headers };
});

export const PATCH = defineTusRoute(sendUploadBytesOperation, async ({ caller, params, body, request }) => {
  const { headers } = request;
  if (headers.get("content-type") !== OFFSET_STREAM)
    throw new AppError("unsupported_media_type", `Send ${OFFSET_STREAM}.`);
  const from = readByteCount(headers, "Upload-Offset");
  const wanted = { caller, ...params };
  const offset = await receiveBytes({
    ...wanted,
    offset: from,
    body,
    contentLength: readContentLength(headers),
  });
  const upload = await findUploadOrThrow(wanted);
  return { status: 204, headers: { "upload-offset": String(offset), ...expiryOf(upload) } };
});

export const DELETE = defineTusRoute(endUploadOperation, async ({ caller, params }) => {
  await endUpload({ caller, ...params });
  return { status: 204, headers: {} };
});
