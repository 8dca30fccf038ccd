import { createUpload } from "#lib/assets/resumable/create-upload.ts";
import { MAX_UPLOAD_BYTES } from "#lib/contract/upload-limits.ts";
import { createUploadOperation, describeUploadsOperation } from "#lib/contract/uploads.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { readByteCount, readMetadata, TUS_EXTENSIONS, TUS_VERSION } from "#lib/http/tus-headers.ts";
import { defineTusRoute, expiryOf } from "#lib/http/tus-route.ts";

export const OPTIONS = defineRoute(describeUploadsOperation, () => {
  const headers = {
    "tus-resumable": TUS_VERSION,
    "tus-version": TUS_VERSION,
    "tus-extension": TUS_EXTENSIONS,
    "tus-max-size": String(MAX_UPLOAD_BYTES.video),
  };
  return new Response(null, { status: 204, headers });
});

export const POST = defineTusRoute(createUploadOperation, async ({ caller, request: { headers } }) => {
  const length = readByteCount(headers, "Upload-Length");
  const metadata = readMetadata(headers.get("upload-metadata"));
  const [name, type] = [metadata.get("filename") ?? "", metadata.get("filetype") ?? ""];
  const upload = await createUpload({ caller, length, name, type });
  return { status: 201, headers: { location: `/api/uploads/${upload.id}`, ...expiryOf(upload) } };
});
