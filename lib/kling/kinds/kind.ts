import type { Price } from "../prices.ts";
import type { TaskRequest } from "../requests/request.ts";
import type { Violation } from "../violation.ts";
import type { Grid, Point } from "./grid/grid.ts";

/** What is known of a file that a request names; null for what a file of its type has not. */
export type FileFacts = {
  readonly mime: string;
  readonly bytes: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly durationSeconds: number | null;
  readonly fps: number | null;
  readonly hasSound: boolean | null;
  /** Who is seen in it and when; only of a session's video, and only once somebody looked. */
  readonly faces?: readonly FaceSpan[];
};

/** When a face is seen, in milliseconds from the video's beginning (`face_data`, off-26 §3.8). */
export type FaceSpan = { readonly face_id: string; readonly start_time: number; readonly end_time: number };

/** By the path at which the request names the file (`requests/request-media.ts`); without an entry while unknown. */
export type FactsByPath = ReadonlyMap<string, FileFacts>;

export const NO_FACTS: FactsByPath = new Map();

export type VideoPlan = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
  readonly durationSeconds: number;
  readonly hasSound: boolean;
};

export type ImagePlan = { readonly widthPx: number; readonly heightPx: number };

/** What a task makes: what the sandbox renders, and what a person is told before paying. Empty for faces or elements. */
export type OutputPlan = {
  readonly videos: readonly VideoPlan[];
  readonly images: readonly ImagePlan[];
  readonly audios: readonly { readonly durationSeconds: number }[];
};

/**
 * Everything about a kind of task that is not the shape of its request: one object per kind, in a file named after it.
 * Pure and free of zod, so that a form can load the one it needs.
 */
export type Kind<Request extends TaskRequest = TaskRequest> = {
  readonly kind: Request["kind"];
  /** What comes out; `none` for what is only known afterwards: faces, selections, elements, voices. */
  readonly product: "video" | "image" | "audio" | "none";
  /** Whether the answer to the create already carries the result, or only the task (api-reference §2). */
  readonly answers: "task" | "at_once";
  /** What upstream takes for canonical fields that a client may leave out. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly grid: Grid;
  readonly pointOf: (request: Request) => Point;
  /** What is missing, exceeds a limit, excludes another field or has no effect; the map's verdict is not in here. */
  readonly rules: (request: Request, facts: FactsByPath) => readonly Violation[];
  readonly price: (request: Request, facts: FactsByPath) => Price;
  readonly output: (request: Request, facts: FactsByPath) => OutputPlan;
};

/** Keeps the request's type while the object is checked; `KINDS` then holds all of them as one type. */
export function defineKind<Request extends TaskRequest>(kind: Kind<Request>): Kind<Request> {
  return kind;
}
