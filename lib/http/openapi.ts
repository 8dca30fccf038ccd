import { type ZodType, z } from "zod";
import type { Access, Operation } from "#lib/contract/operation.ts";
import { DEFAULT_MAX_BODY_BYTES } from "./read-body.ts";

export type Json = { readonly [name: string]: unknown };

/** What an API is as a whole. */
export type Api = {
  readonly title: string;
  readonly description: string;
  readonly serverUrls: readonly string[];
  /** Shapes that `refusalOf` refers to. */
  readonly schemas: Json;
  /** How an operation refuses: the media type and the name of its shape. */
  readonly refusalOf: (operation: Operation) => { readonly type: string; readonly schema: string };
};

/** Operations as an OpenAPI 3.1 document; pure, so that a test can hold it against the routes. */
export function openApiOf(operations: readonly Operation[], api: Api): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation, api),
    };
  }
  return {
    openapi: "3.1.1",
    info: { title: api.title, version: "1", description: api.description },
    servers: api.serverUrls.map((url) => ({ url })),
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "framewright.session_token" },
        key: { type: "http", scheme: "bearer" },
      },
      schemas: api.schemas,
    },
  };
}

function describe(operation: Operation, api: Api): Json {
  const { id, summary, access, body } = operation;
  return {
    operationId: id,
    summary,
    description: whoMayCall(access),
    tags: [operation.path.split("/")[2] ?? "studio"],
    security: securityOf(access),
    parameters: parametersOf(operation),
    ...(body === undefined ? {} : { requestBody: requestBodyOf(operation) }),
    responses: responsesOf(operation, api),
  };
}

function whoMayCall(access: Access): string {
  switch (access.kind) {
    case "public":
      return "Anyone may call this.";
    case "user":
      return "Anyone who is signed in may call this.";
    case "member":
      return `Members of the active team whose role allows \`${access.action}\`.`;
    case "api_key":
      return `Gateway keys whose scope allows \`${access.action}\`.`;
    case "upstream":
      return "Upstreams, at the address that they were given with an order.";
  }
}

function securityOf({ kind }: Access): readonly Json[] {
  if (kind === "public" || kind === "upstream") return [];
  return kind === "api_key" ? [{ key: [] }] : [{ session: [] }];
}

function parametersOf({ params, query, idempotent }: Operation): readonly Json[] {
  const repeat = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    schema: { type: "string", minLength: 8, maxLength: 255 },
  };
  return [
    ...parametersFrom(params, "path"),
    ...parametersFrom(query, "query"),
    ...(idempotent ? [repeat] : []),
  ];
}

function parametersFrom(schema: ZodType | undefined, place: "path" | "query"): readonly Json[] {
  if (schema === undefined) return [];
  const { properties, required } = jsonSchema(schema, "input");
  if (!isRecord(properties)) return [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (Array.isArray(required) && required.includes(name)),
    schema: property,
  }));
}

function requestBodyOf({ body, maxBodyBytes = DEFAULT_MAX_BODY_BYTES }: Operation): Json {
  const description = `At most ${maxBodyBytes} bytes.`;
  if (body === "bytes" || body === "stream" || body === undefined) {
    return {
      required: true,
      description,
      content: { "*/*": { schema: { type: "string", format: "binary" } } },
    };
  }
  return {
    required: true,
    description,
    content: { "application/json": { schema: jsonSchema(body, "input") } },
  };
}

function responsesOf(operation: Operation, { refusalOf }: Api): Json {
  const { response, status } = operation;
  const { type, schema } = refusalOf(operation);
  const failure = {
    description: "Refused.",
    content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
  if (response === undefined) return { [status ?? 204]: { description: "Done." }, default: failure };
  const content =
    response === "stream"
      ? { "*/*": { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: jsonSchema(response, "output") } };
  return { [status ?? 200]: { description: "Done.", content }, default: failure };
}

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. What only code can check is left out, never guessed. */
export function jsonSchema(schema: ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
