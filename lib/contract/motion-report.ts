import { z } from "zod";
import { CAMERA_AXIS_FIELDS, CAMERA_TYPES } from "#lib/kling/camera.ts";
import { REGIONS } from "#lib/motion/labels.ts";
import type { MotionReport } from "#lib/motion/measure/motion-report.ts";

const CAMERA_PRESETS = CAMERA_TYPES.filter((type) => type !== "simple");

/** Shares of the picture's width and height, from its upper left corner. */
const pointSchema = z.object({ x: z.number(), y: z.number() });

const scoreSchema = z.number().min(0).max(100);

const regionSchema = z.object({
  region: z.literal(REGIONS),
  intended: z.array(pointSchema),
  /** At equal times, from where the path begins. */
  actual: z.array(pointSchema),
  /** How far the two ways are apart at most, but for a tenth of them, as a share of the width. */
  errorShare: z.number(),
  score: scoreSchema,
});

const cameraSchema = z.object({
  move: z.enum([...CAMERA_AXIS_FIELDS, ...CAMERA_PRESETS]),
  intendedSign: z.literal([1, -1]),
  /** 0: no such move is seen. */
  measuredSign: z.literal([1, 0, -1]),
  agrees: z.boolean(),
  /** How much of what moved is the move that was asked for. */
  explainedShare: z.number(),
  /** The single axis that explains most; null when hardly anything moves. */
  looksLike: z.enum(CAMERA_AXIS_FIELDS).nullable(),
  score: scoreSchema,
});

/** What a clip did, beside what was drawn for it (`lib/motion/measure`). */
export const measuredMotionSchema = z.object({
  score: scoreSchema.nullable(),
  regions: z.array(regionSchema),
  /** The farthest that the still area ever was from its place, as a share of the width. */
  stillDriftShare: z.number().nullable(),
  camera: cameraSchema.nullable(),
}) satisfies z.ZodType<MotionReport>;

/** Whether a clip did what was drawn; `unreadable` when it could not be decoded here, though it may play elsewhere. */
export const motionReportSchema = z.discriminatedUnion("outcome", [
  measuredMotionSchema.extend({ outcome: z.literal("measured") }),
  z.object({ outcome: z.literal("unreadable") }),
]);

export type MeasuredMotion = z.infer<typeof measuredMotionSchema>;
export type MotionReportView = z.infer<typeof motionReportSchema>;
