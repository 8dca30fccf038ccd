/** A task as every dialect can tell it: what the gateway fills in for its clients, and what a provider learns from upstream. */
export type TaskView = {
  readonly id: string;
  readonly externalTaskId?: string | undefined;
  readonly status: TaskViewStatus;
  /** Why it failed, for the client; absent otherwise. */
  readonly statusMessage?: string | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Empty until the task has succeeded. */
  readonly videos: readonly VideoView[];
  /** Whether a watermarked copy was asked for. */
  readonly hasWatermark?: boolean | undefined;
  /** Video units charged, as a decimal text such as `"1.5"`; absent while unknown. */
  readonly unitsDeducted?: string | undefined;
};

/** Our words; each dialect has its own (`succeed`, `completed`, …) and translates. */
export type TaskViewStatus = "submitted" | "processing" | "succeeded" | "failed";

export type VideoView = {
  readonly id: string;
  readonly url: string;
  readonly watermarkUrl?: string | undefined;
  /** Seconds as a decimal text, fractional in reality: `"5.041"`. */
  readonly durationSeconds?: string | undefined;
};
