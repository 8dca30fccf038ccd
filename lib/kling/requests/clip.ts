import { z } from "zod";
import { image2videoSchema } from "./image2video.ts";
import { text2videoSchema } from "./text2video.ts";

/** Requests for a clip from a prompt or from a picture: the kinds that the form makes. */
export const clipRequestSchema = z.discriminatedUnion("kind", [text2videoSchema, image2videoSchema]);

export type ClipRequest = z.infer<typeof clipRequestSchema>;
