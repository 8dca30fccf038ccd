import { z } from "zod";
import { clipFields, voiceListField } from "./fields.ts";

/**
 * The canonical text2video request. Fields that are not set are absent, never `""` or `null`. Upstream: off-26 §3.1.
 * `voice_list` is in no table of this endpoint, but real clients send it; it has no effect (§10.5 #31).
 */
export const text2videoSchema = z.strictObject({
  kind: z.literal("text2video"),
  ...clipFields,
  voice_list: voiceListField.optional(),
});

export type Text2VideoRequest = z.infer<typeof text2videoSchema>;
