import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { z } from "zod";
import { statedOperations } from "#lib/contract/gateway/stated-operations.ts";
import { MAX_BODY_BYTES } from "#lib/gateway/read-json.ts";
import { gatewayOpenApi } from "#lib/http/gateway-openapi.ts";
import { studioOpenApi } from "#lib/http/studio-openapi.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { ENDPOINTS } from "#lib/kling/endpoints.ts";
import { legalBodies, legalJobBodies } from "#tests/support/legal-bodies.ts";

const URL = "https://studio.example.com";

const MEDIA = {
  picture: "https://example.com/a.png",
  film: "https://example.com/a.mp4",
  sound: "https://example.com/a.mp3",
  filmOutput: "output",
  facesSession: "faces",
  selectionSession: "selection",
};

test.each([
  ["studio", studioOpenApi],
  ["gateway", gatewayOpenApi],
])("the document of the %s is OpenAPI 3.1", async (_name, write) => {
  const text = JSON.stringify(write(URL));
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(text));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
  // Schemas that JSON Schema cannot say would be left empty.
  expect(text).not.toContain('"items":{}');
});

test("every schema of the documents is one that a reader of JSON Schema can read back", () => {
  for (const { schema, place } of [...schemasIn(studioOpenApi(URL)), ...schemasIn(gatewayOpenApi(URL))])
    expect(() => z.fromJSONSchema(schema), place).not.toThrow();
});

test("the gateway's document has every endpoint, each with an answer, and a body where one is sent", () => {
  const { paths } = gatewayOpenApi(URL) as {
    readonly paths: Record<string, Record<string, Record<string, object>>>;
  };
  for (const { method, path } of ENDPOINTS) {
    const described = paths[path]?.[method.toLowerCase()];
    expect(described?.responses, path).toMatchObject({ 200: { content: { "application/json": {} } } });
    expect(described?.requestBody !== undefined, path).toBe(method === "POST");
  }
});

test("what the document calls a body is one: the legal bodies fit, and are taken", () => {
  for (const { endpoint, operation } of statedOperations()) {
    const { kind, dialect } = endpoint;
    if (operation.body !== undefined) expect(operation.maxBodyBytes).toBe(MAX_BODY_BYTES);
    const isCreate = endpoint.operation === "create" && kind !== undefined;
    if (!isCreate && endpoint.operation !== "create_job") continue;
    const job = legalJobBodies(MEDIA)[dialect === "unified" ? "unified" : "generations"];
    const body = isCreate ? legalBodies(MEDIA)[kind] : job;
    if (operation.body === undefined || typeof operation.body === "string")
      throw new Error("a create has a body");
    expect(operation.body.safeParse(body).error?.message, endpoint.path).toBeUndefined();
    if (isCreate)
      expect(decodeCreate(kind, operation.body.parse(body)), endpoint.path).toMatchObject({ ok: true });
  }
});

type Found = { readonly place: string; readonly schema: Parameters<typeof z.fromJSONSchema>[0] };

/** Every schema of a body, an answer or a parameter; those that only point to a shared one are not. */
function schemasIn(value: unknown, place = ""): readonly Found[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    const isOwn = name === "schema" && !("$ref" in item);
    return isOwn ? [{ place, schema: item }] : schemasIn(item, `${place}/${name}`);
  });
}
