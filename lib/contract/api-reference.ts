import { type ZodType, z } from "zod";
import { ENDPOINTS, type Endpoint } from "#lib/kling/endpoints.ts";
import { REQUEST_SCHEMAS } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { inLocale, type Locale } from "#lib/shared/localized.ts";
import { gatewayOperations } from "./gateway.ts";
import { sampleOf } from "./gateway-samples.ts";
import type { Access, Operation } from "./operation.ts";
import { operationWords, ZH_BY_WISH } from "./operation-words.ts";
import { STUDIO_OPERATIONS } from "./operations.ts";

export type ReferenceGroup = "native" | "unified" | "generations" | "studio";

/** One operation as its page shows it. */
export type ReferenceEntry = {
  readonly id: string;
  readonly group: ReferenceGroup;
  readonly method: Operation["method"];
  readonly path: string;
  readonly words: string;
  readonly access: Access;
  readonly parameters: readonly Parameter[];
  /** JSON Schema as text; null without a JSON body of a known shape. */
  readonly bodySchema: string | null;
  /** A body to begin with. */
  readonly sample: string | null;
};

type Parameter = { readonly name: string; readonly place: "path" | "query"; readonly isRequired: boolean };

/** Every operation of the gateway, at Kling's own paths, and of the studio's API. Server only: it brings every schema. */
export function apiReference(locale: Locale): readonly ReferenceEntry[] {
  const gateway = ENDPOINTS.map((endpoint) => gatewayEntry(endpoint, locale));
  const studio = STUDIO_OPERATIONS.map((operation) => studioEntry(operation, locale));
  return [...gateway, ...studio];
}

function gatewayEntry(endpoint: Endpoint, locale: Locale): ReferenceEntry {
  const { dialect, method, path, operation, kind } = endpoint;
  const declared = gatewayOperations.find((one) => one.method === method && one.path === path);
  if (declared === undefined) throw new Error(`${method} ${path} is not an operation`);
  const sample = sampleOf(endpoint);
  const isNativeCreate = dialect === "native" && operation === "create" && kind !== undefined;
  return {
    id: declared.id,
    group: dialect,
    method,
    path,
    words: inLocale({ zh: ZH_BY_WISH[operation], en: declared.summary.replace(/ \(.*\)$/, "") }, locale),
    access: declared.access,
    parameters: [...pathParameters(path), ...(operation === "list" ? PAGE_PARAMETERS : [])],
    bodySchema: isNativeCreate ? bodySchemaOf(kind) : null,
    sample: sample && JSON.stringify(sample, null, 2),
  };
}

/** Clients say the kind by the path. */
function bodySchemaOf(kind: TaskKind): string {
  const schema: z.ZodObject = REQUEST_SCHEMAS[kind];
  return schemaText(schema.omit({ kind: true }));
}

/** Of every native list (api-reference §2). */
const PAGE_PARAMETERS: readonly Parameter[] = ["pageNum", "pageSize"].map((name) => ({
  name,
  place: "query",
  isRequired: false,
}));

function studioEntry(operation: Operation, locale: Locale): ReferenceEntry {
  const { id, method, path, access, body, query } = operation;
  return {
    id,
    group: "studio",
    method,
    path,
    words: operationWords(operation, locale),
    access,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    bodySchema: body === undefined || body === "bytes" ? null : schemaText(body),
    sample: null,
  };
}

function pathParameters(path: string): readonly Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({ name, place: "path", isRequired: true }));
}

function queryParameters(query: ZodType | undefined): readonly Parameter[] {
  if (!(query instanceof z.ZodObject)) return [];
  return Object.entries(query.shape).map(([name, field]) => ({
    name,
    place: "query",
    isRequired: !(field as ZodType).safeParse(undefined).success, // a field of a shape is a schema
  }));
}

function schemaText(schema: ZodType): string {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return JSON.stringify(rest, null, 2);
}
