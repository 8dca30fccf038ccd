import { CREATE_TOOLS, TOOL_KINDS, type ToolKind } from "#lib/client/create-link.ts";

/** Remembers the tool used last, so that `/create` opens it. Holds no secret; written by the browser. */
export const LAST_TOOL_COOKIE = "fw-tool";

const YEAR_SECONDS = 365 * 24 * 3600;

export function kindOfSlug(slug: string | undefined): ToolKind | undefined {
  return TOOL_KINDS.find((kind) => CREATE_TOOLS[kind].slug === slug);
}

/** The tool of an address; undefined for any other page. */
export function kindOfPath(path: string): ToolKind | undefined {
  const [, area, slug] = path.split("/");
  return area === "create" ? kindOfSlug(slug) : undefined;
}

export function pathOfKind(kind: ToolKind): string {
  return `/create/${CREATE_TOOLS[kind].slug}`;
}

export function rememberTool(kind: ToolKind): void {
  const { slug } = CREATE_TOOLS[kind];
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing outside https and in older browsers
  document.cookie = `${LAST_TOOL_COOKIE}=${slug}; Path=/create; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
