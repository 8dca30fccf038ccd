import { finishUpload } from "#lib/assets/resumable/finish-upload.ts";
import { finishUploadOperation } from "#lib/contract/uploads.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(finishUploadOperation, ({ caller, params }) =>
  finishUpload({ caller, ...params }),
);
