import type { TaskKind } from "./task-kinds.ts";

/** `native`: Kling's own paths and envelope. `unified` (S003) and `generations` (S002) share the reading of a job. */
export type Dialect = "native" | "unified" | "generations";

/** What a client wants; `kind` says of which kind where that matters. */
export type Operation =
  | "create"
  | "get"
  | "list"
  | "add_selection"
  | "delete_selection"
  | "clear_selection"
  | "preview_selection"
  | "list_elements"
  | "list_preset_elements"
  | "delete_element"
  | "list_preset_voices"
  | "delete_voice"
  | "account_costs"
  | "create_job"
  | "get_job";

/** One route of an inbound or outbound dialect. */
export type Endpoint = {
  readonly dialect: Dialect;
  readonly method: "GET" | "POST";
  /** Absolute path; `{id}` stands for a task id or an external task id. */
  readonly path: string;
  readonly operation: Operation;
  /** Present on `create`, `get` and `list`, and where a library belongs to a kind. */
  readonly kind?: TaskKind;
};

/** Create paths of the kinds (api-reference §2), and whether their tasks can be read by id and listed. */
const NATIVE_PATHS: Readonly<Record<TaskKind, { readonly path: string; readonly reads: boolean }>> = {
  text2video: task("/v1/videos/text2video"),
  image2video: task("/v1/videos/image2video"),
  "multi-image2video": task("/v1/videos/multi-image2video"),
  "omni-video": task("/v1/videos/omni-video"),
  "motion-control": task("/v1/videos/motion-control"),
  "video-extend": task("/v1/videos/video-extend"),
  "lip-sync": task("/v1/videos/lip-sync"),
  "identify-face": atOnce("/v1/videos/identify-face"),
  "advanced-lip-sync": task("/v1/videos/advanced-lip-sync"),
  avatar: task("/v1/videos/avatar/image2video"),
  effects: task("/v1/videos/effects"),
  "init-selection": atOnce("/v1/videos/multi-elements/init-selection"),
  "multi-elements": task("/v1/videos/multi-elements"),
  tts: atOnce("/v1/audio/tts"),
  "text-to-audio": task("/v1/audio/text-to-audio"),
  "video-to-audio": task("/v1/audio/video-to-audio"),
  "image-generation": task("/v1/images/generations"),
  "omni-image": task("/v1/images/omni-image"),
  "multi-image2image": task("/v1/images/multi-image2image"),
  expand: task("/v1/images/editing/expand"),
  "virtual-try-on": task("/v1/images/kolors-virtual-try-on"),
  "image-recognize": atOnce("/v1/videos/image-recognize"),
  "ai-multi-shot": task("/v1/general/ai-multi-shot"),
  "custom-elements": atOnce("/v1/general/custom-elements"),
  "advanced-custom-elements": task("/v1/general/advanced-custom-elements"),
  "custom-voices": task("/v1/general/custom-voices"),
};

/** Every path of the gateway (api-reference §2, §10). A new kind or dialect is rows here. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.entries(NATIVE_PATHS).flatMap(([kind, { path, reads }]) =>
    nativeTask(kind as TaskKind, path, reads),
  ),
  native("POST", "/v1/videos/multi-elements/add-selection", "add_selection"),
  native("POST", "/v1/videos/multi-elements/delete-selection", "delete_selection"),
  native("POST", "/v1/videos/multi-elements/clear-selection", "clear_selection"),
  native("POST", "/v1/videos/multi-elements/preview-selection", "preview_selection"),
  native("GET", "/v1/general/custom-elements", "list_elements", "custom-elements"),
  native("GET", "/v1/general/presets-elements", "list_preset_elements", "custom-elements"),
  native("GET", "/v1/general/advanced-presets-elements", "list_preset_elements", "advanced-custom-elements"),
  native("POST", "/v1/general/delete-elements", "delete_element"),
  native("POST", "/v1/general/delete-advanced-elements", "delete_element", "advanced-custom-elements"),
  native("GET", "/v1/general/presets-voices", "list_preset_voices"),
  native("POST", "/v1/general/delete-voices", "delete_voice"),
  native("GET", "/account/costs", "account_costs"),
  { dialect: "unified", method: "POST", path: "/v1/videos", operation: "create_job" },
  { dialect: "unified", method: "GET", path: "/v1/videos/{id}", operation: "get_job" },
  { dialect: "generations", method: "POST", path: "/v1/video/generations", operation: "create_job" },
  unifiedElements("POST", "/v1/elements/custom", "create"),
  unifiedElements("GET", "/v1/elements/custom", "list_elements"),
  unifiedElements("GET", "/v1/elements/presets", "list_preset_elements"),
  unifiedElements("POST", "/v1/elements/delete", "delete_element"),
];

export type Route = { readonly endpoint: Endpoint; readonly id?: string };

export type RouteMatch =
  | ({ readonly found: true } & Route)
  /** `other`: what the path is for another method (1202); undefined where there is no such path at all (1203). */
  | { readonly found: false; readonly other: Endpoint | undefined };

/**
 * Finds the endpoint of a request path. Doubled and trailing slashes and capitals are forgiven, as real clients send them
 * (`…/kolors-virtual-try-on//{id}`, `/v1/videos/image2video/`, `/v1/videos/Identify-face`). A path that stands in the table
 * is never taken for another path's id.
 */
export function matchEndpoint(method: string, path: string): RouteMatch {
  const segments = path.split("/").filter((segment) => segment !== "");
  const { candidates, id } = candidatesAt(segments);
  const endpoint = candidates.find((it) => it.method === method.toUpperCase());
  if (endpoint === undefined) return { found: false, other: candidates[0] };
  return { found: true, endpoint, ...(id !== undefined && { id }) };
}

/** Path of one endpoint with its id filled in. */
export function pathOf(wanted: {
  dialect: Dialect;
  kind?: TaskKind;
  operation: Operation;
  id?: string;
}): string {
  const endpoint = ENDPOINTS.find(
    (it) => it.dialect === wanted.dialect && it.kind === wanted.kind && it.operation === wanted.operation,
  );
  if (!endpoint)
    throw new Error(`no ${wanted.operation} endpoint for ${wanted.kind ?? "any kind"} in ${wanted.dialect}`);
  return endpoint.path.replace("{id}", encodeURIComponent(wanted.id ?? ""));
}

function task(path: string) {
  return { path, reads: true };
}

function atOnce(path: string) {
  return { path, reads: false };
}

function nativeTask(kind: TaskKind, path: string, reads: boolean): readonly Endpoint[] {
  const create = native("POST", path, "create", kind);
  if (!reads) return [create];
  return [create, native("GET", `${path}/{id}`, "get", kind), native("GET", path, "list", kind)];
}

function native(method: Endpoint["method"], path: string, operation: Operation, kind?: TaskKind): Endpoint {
  return { dialect: "native", method, path, operation, ...(kind !== undefined && { kind }) };
}

/** The element paths of the unified gateway keep the native envelope (§10.3). */
function unifiedElements(method: Endpoint["method"], path: string, operation: Operation): Endpoint {
  return { dialect: "unified", method, path, operation, kind: "custom-elements" };
}

const ID = "/{id}";
const FIXED = Map.groupBy(
  ENDPOINTS.filter(({ path }) => !path.endsWith(ID)),
  ({ path }) => path,
);
const WITH_ID = Map.groupBy(
  ENDPOINTS.filter(({ path }) => path.endsWith(ID)),
  ({ path }) => path.slice(0, -ID.length),
);

/** What stands at a path, by whatever method, and the id in it where it has one. */
function candidatesAt(segments: readonly string[]): { candidates: readonly Endpoint[]; id?: string } {
  const fixed = FIXED.get(lowerPathOf(segments));
  if (fixed !== undefined) return { candidates: fixed };
  const candidates = WITH_ID.get(lowerPathOf(segments.slice(0, -1))) ?? [];
  return { candidates, id: decodeSegment(segments.at(-1) ?? "") };
}

function lowerPathOf(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.toLowerCase()}`).join("");
}

/** A segment with a broken escape is taken as it stands; nothing will be found under it. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
