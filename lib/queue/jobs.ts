import { z } from "zod";
import { idSchema } from "#lib/contract/ids.ts";
import { defineJob } from "./define-job.ts";

const payload = z.strictObject({ taskId: idSchema("task") });

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Hands a queued task to its provider; most of its time it waits for the answer. Grouped by connection. */
export const submitTaskJob = defineJob({
  name: "submit-task",
  payload,
  expireInSeconds: 180,
  deleteAfterSeconds: 7 * DAY_SECONDS,
  parallel: 16,
  perGroup: 4,
  pollSeconds: 2,
});

/** Brings the outputs of a finished task home. Grouped by connection. */
export const archiveTaskJob = defineJob({
  name: "archive-task",
  payload,
  expireInSeconds: HOUR_SECONDS,
  deleteAfterSeconds: 7 * DAY_SECONDS,
  parallel: 4,
  perGroup: 2,
  pollSeconds: 2,
});

/** Looks at a clip that was guided by a brush or a camera: costly, and nobody waits for it. Grouped by connection. */
export const measureMotionJob = defineJob({
  name: "measure-motion",
  payload,
  expireInSeconds: 300,
  deleteAfterSeconds: DAY_SECONDS,
  parallel: 1,
  perGroup: 1,
  pollSeconds: 2,
});

export const TASK_JOBS = [submitTaskJob, archiveTaskJob, measureMotionJob] as const;

export type TaskJob = (typeof TASK_JOBS)[number];

/** Tells one receiver of one change: a callback_url or a team's own. Most of its time it waits for a stranger's answer. Grouped by team or receiver. */
export const deliverMessageJob = defineJob({
  name: "deliver-message",
  payload: z.strictObject({
    deliveryId: z.union([idSchema("callbackDelivery"), idSchema("webhookDelivery")]),
  }),
  expireInSeconds: 60,
  deleteAfterSeconds: HOUR_SECONDS,
  parallel: 16,
  perGroup: 4,
  pollSeconds: 2,
});

/** Where a job ends that failed over and over; the sweeper goes on with its task, an operator should look. */
export const DEAD_LETTER_QUEUE = "dead-letters";
