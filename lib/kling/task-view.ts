import type { ElementTagId } from "./element-tags.ts";
import type { OutputLabel } from "./output-labels.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { TaskResult } from "./task-result.ts";

/** A task as every dialect can tell it: what the gateway fills in for its clients, and what a provider learns from upstream. */
export type TaskView = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly externalTaskId?: string | undefined;
  /** The model as the client wrote it; the canonical one when it wrote none. */
  readonly askedModel?: string | undefined;
  readonly status: TaskViewStatus;
  /** Why it failed, for the client; absent otherwise. */
  readonly statusMessage?: string | undefined;
  /** 0..1; absent where upstream does not tell. */
  readonly progress?: number | undefined;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly finishedAtMs?: number | undefined;
  /** Files in order; empty until the task has succeeded. */
  readonly outputs: readonly OutputView[];
  /** What came out besides files. */
  readonly result?: TaskResult | undefined;
  /** The element or the voice that came out, as the library knows it. */
  readonly element?: ElementView | undefined;
  readonly voice?: VoiceView | undefined;
  /** Whether a watermarked copy was asked for. */
  readonly hasWatermark?: boolean | undefined;
  /** Video units charged, as a decimal text such as `"1.5"`; absent while unknown. */
  readonly unitsDeducted?: string | undefined;
};

/** Our words; each dialect has its own (`succeed`, `completed`, …) and translates. */
export type TaskViewStatus = "submitted" | "processing" | "succeeded" | "failed";

export type OutputView = {
  readonly id: string;
  readonly label: OutputLabel;
  readonly url: string;
  readonly watermarkUrl?: string | undefined;
  /** Seconds as a decimal text, fractional in reality: `"5.041"`. */
  readonly durationSeconds?: string | undefined;
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
};

/** An element of a library, with addresses a client can open. */
export type ElementView = {
  /** A long beyond 2^53, as text. */
  readonly id: string;
  readonly library: "custom" | "advanced";
  readonly name: string;
  readonly description: string;
  readonly referenceType: "image_refer" | "video_refer";
  readonly frontalUrl?: string | undefined;
  readonly referUrls: readonly string[];
  readonly videoUrls: readonly string[];
  readonly voice?: VoiceView | undefined;
  readonly tagIds: readonly ElementTagId[];
  /** `kling` for presets, otherwise who made it. */
  readonly ownedBy: string;
  readonly isDeleted: boolean;
};

export type VoiceView = {
  readonly id: string;
  readonly name: string;
  readonly trialUrl?: string | undefined;
  readonly ownedBy: string;
};
