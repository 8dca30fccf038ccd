import { type ZodType, z } from "zod";
import { inLocale, type Locale } from "#lib/shared/localized.ts";
import { examplesOf } from "./gateway/examples.ts";
import { type StatedOperation, statedOperations } from "./gateway/stated-operations.ts";
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
  /** Bodies to begin with. */
  readonly examples: readonly { readonly title: string; readonly text: string }[];
};

type Parameter = { readonly name: string; readonly place: "path" | "query"; readonly isRequired: boolean };

/** Every operation of the gateway, at Kling's own paths, and of the studio's API. Server only: it brings every schema. */
export function apiReference(locale: Locale): readonly ReferenceEntry[] {
  const gateway = statedOperations().map((stated) => gatewayEntry(stated, locale));
  const studio = STUDIO_OPERATIONS.map((operation) => studioEntry(operation, locale));
  return [...gateway, ...studio];
}

function gatewayEntry({ endpoint, operation }: StatedOperation, locale: Locale): ReferenceEntry {
  return {
    ...statedPartsOf(operation),
    group: endpoint.dialect,
    words: inLocale(
      { zh: ZH_BY_WISH[endpoint.operation], en: operation.summary.replace(/ \(.*\)$/, "") },
      locale,
    ),
    examples: examplesOf(endpoint).map(({ title, body }) => ({
      title: inLocale(title, locale),
      text: JSON.stringify(body, null, 2),
    })),
  };
}

function studioEntry(operation: Operation, locale: Locale): ReferenceEntry {
  return {
    ...statedPartsOf(operation),
    group: "studio",
    words: operationWords(operation, locale),
    examples: [],
  };
}

/** What every operation says of itself in the same way. */
function statedPartsOf({ id, method, path, access, body, query }: Operation) {
  return {
    id,
    method,
    path,
    access,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    bodySchema: body === undefined || typeof body === "string" ? null : schemaText(body),
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
