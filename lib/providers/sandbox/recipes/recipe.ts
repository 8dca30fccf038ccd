import type { RenderPiece } from "#lib/engine/render-piece.ts";
import type { FactsByPath, OutputPlan } from "#lib/kling/kinds/kind.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { RequestOf, TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import type { SessionData } from "../sessions.ts";

/** What a recipe knows of a task: what was ordered, the files that came with it, and what is to come out. */
export type Order<Request extends TaskRequest = TaskRequest> = {
  readonly request: Request;
  /** Without practice orders. */
  readonly prompt: string;
  /** Tells the takes of one request apart. */
  readonly seed: string;
  /** Where the file lies that the request names at this path. @throws when it names none */
  readonly file: (path: string) => string;
  readonly hasFile: (path: string) => boolean;
  readonly facts: FactsByPath;
  readonly plan: OutputPlan;
  /** 18 digits that belong to the task alone: for sessions, elements, voices. */
  readonly number: string;
  /** What the session holds that the request names; null when it names none. */
  readonly session: SessionData | null;
};

export type OrderOf<Kind extends TaskRequest["kind"]> = Order<RequestOf<Kind>>;

export type MadeFile = {
  /** Its name among the files of the task. */
  readonly file: string;
  readonly label: OutputLabel;
  readonly mime: string;
  readonly durationSeconds: number | null;
};

/** What to make of an order: the pieces to render, which of their files are given out, and what comes besides. */
export type Recipe = {
  readonly pieces: readonly RenderPiece[];
  readonly files: readonly MadeFile[];
  readonly result: TaskResult | null;
  /** A session that opens under the order's number. */
  readonly opens?: SessionData;
};

/** Several recipes as one. */
export function together(...recipes: readonly Recipe[]): Recipe {
  return {
    pieces: recipes.flatMap(({ pieces }) => pieces),
    files: recipes.flatMap(({ files }) => files),
    result: recipes.find(({ result }) => result !== null)?.result ?? null,
  };
}
