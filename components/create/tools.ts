import { CREATE_SLUGS } from "#lib/client/create-link.ts";
import { CLIP_KINDS, type ClipKind } from "#lib/kling/task-kinds.ts";

/** Remembers the tool used last, so that `/create` opens it. Holds no secret; written by the browser. */
export const LAST_TOOL_COOKIE = "fw-tool";

export function kindOfSlug(slug: string | undefined): ClipKind | undefined {
  return CLIP_KINDS.find((kind) => CREATE_SLUGS[kind] === slug);
}

/** The tool of an address; undefined for any other page. */
export function kindOfPath(path: string): ClipKind | undefined {
  const [, area, slug] = path.split("/");
  return area === "create" ? kindOfSlug(slug) : undefined;
}

export function pathOfKind(kind: ClipKind): string {
  return `/create/${CREATE_SLUGS[kind]}`;
}
