import type { TaskKind } from "./task-kinds.ts";

export type Dialect = "native";

export type Operation = "create" | "get" | "list";

/** One route of an inbound or outbound dialect. */
export type Endpoint = {
  readonly dialect: Dialect;
  readonly method: "GET" | "POST";
  /** Absolute path; `{id}` stands for a task id or an external task id. */
  readonly path: string;
  readonly kind: TaskKind;
  readonly operation: Operation;
};

/** Every path of the gateway (api-reference §2). A new kind or dialect is rows here. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...nativeTask("text2video", "/v1/videos/text2video"),
  ...nativeTask("image2video", "/v1/videos/image2video"),
];

export type Route = { readonly endpoint: Endpoint; readonly id?: string };

export type RouteMatch =
  | ({ readonly found: true } & Route)
  /** `wrongMethod`: the path exists for another method (1202); otherwise it does not exist at all (1203). */
  | { readonly found: false; readonly wrongMethod: boolean };

/**
 * Finds the endpoint of a request path. Doubled and trailing slashes are forgiven, as real clients send both
 * (`…/kolors-virtual-try-on//{id}`, `/v1/videos/image2video/`).
 */
export function matchEndpoint(method: string, path: string): RouteMatch {
  const segments = path.split("/").filter((segment) => segment !== "");
  let wrongMethod = false;
  for (const endpoint of ENDPOINTS) {
    const id = matchSegments(endpoint, segments);
    if (id === undefined) continue;
    if (endpoint.method !== method.toUpperCase()) wrongMethod = true;
    else return { found: true, endpoint, ...(id !== "" && { id }) };
  }
  return { found: false, wrongMethod };
}

/** Path of one endpoint with its id filled in. */
export function pathOf(wanted: {
  dialect: Dialect;
  kind: TaskKind;
  operation: Operation;
  id?: string;
}): string {
  const endpoint = ENDPOINTS.find(
    (it) => it.dialect === wanted.dialect && it.kind === wanted.kind && it.operation === wanted.operation,
  );
  if (!endpoint) throw new Error(`no ${wanted.operation} endpoint for ${wanted.kind} in ${wanted.dialect}`);
  return endpoint.path.replace("{id}", encodeURIComponent(wanted.id ?? ""));
}

function nativeTask(kind: TaskKind, path: string): readonly Endpoint[] {
  return [
    { dialect: "native", method: "POST", path, kind, operation: "create" },
    { dialect: "native", method: "GET", path: `${path}/{id}`, kind, operation: "get" },
    { dialect: "native", method: "GET", path, kind, operation: "list" },
  ];
}

/** The id in the path, `""` when the endpoint has none, undefined when the path is another one. */
function matchSegments({ path }: Endpoint, segments: readonly string[]): string | undefined {
  const pattern = path.split("/").slice(1);
  if (pattern.length !== segments.length) return undefined;
  let id = "";
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (part === "{id}") id = decodeSegment(segment);
    else if (part !== segment) return undefined;
  }
  return id;
}

/** A segment with a broken escape is taken as it stands; nothing will be found under it. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
