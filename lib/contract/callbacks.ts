import { z } from "zod";
import { defineOperation } from "./operation.ts";

const MAX_BODY_BYTES = 64 * 1024;

export const receiveCallbackOperation = defineOperation({
  id: "receiveCallback",
  method: "POST",
  path: "/api/callbacks/{token}",
  summary: "Where an upstream tells that one of its tasks has news; the address comes with the order.",
  access: { kind: "upstream" },
  audit: { none: "a hint to look; the task's own history tells what came of it" },
  params: z.strictObject({ token: z.string().max(128) }),
  body: "bytes",
  maxBodyBytes: MAX_BODY_BYTES,
  rateClass: "callback",
});
