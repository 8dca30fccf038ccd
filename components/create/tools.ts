import { CREATE_SLUGS } from "#lib/client/create-link.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";

/** Remembers the tool used last, so that `/create` opens it. Holds no secret; written by the browser. */
export const LAST_TOOL_COOKIE = "fw-tool";

export function kindOfSlug(slug: string | undefined): TaskKind | undefined {
  return TASK_KINDS.find((kind) => CREATE_SLUGS[kind] === slug);
}

/** The tool of an address; undefined for any other page. */
export function kindOfPath(path: string): TaskKind | undefined {
  const [, area, slug] = path.split("/");
  return area === "create" ? kindOfSlug(slug) : undefined;
}

export function pathOfKind(kind: TaskKind): string {
  return `/create/${CREATE_SLUGS[kind]}`;
}
