import { z } from "zod";
import { clipFields } from "./fields.ts";

/** The canonical text2video request. Fields that are not set are absent, never `""` or `null`. Upstream: off-26 §3.1. */
export const text2videoSchema = z.strictObject({ kind: z.literal("text2video"), ...clipFields });

export type Text2VideoRequest = z.infer<typeof text2videoSchema>;
