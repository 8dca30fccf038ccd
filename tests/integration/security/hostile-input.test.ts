import { beforeAll, beforeEach, expect, test } from "vitest";
import { type ZodType, z } from "zod";
import type { Operation } from "#lib/contract/operation.ts";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import { makeActor } from "../routes/actors.ts";
import { call, type Input } from "../routes/call.ts";
import { CALLS } from "../routes/calls.ts";
import { watchChanges } from "../routes/changes.ts";
import { MATRIX } from "../routes/matrix.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";

let home: TestTeam;

beforeAll(async () => {
  home = await makeTeam("hostile");
});

beforeEach(() => systemDb.rateLimit.deleteMany());

/** What stands in a text field of a body instead of a text, or as one that no column can hold. */
const HOSTILE: readonly { what: string; value: unknown }[] = [
  { what: "an operator", value: { not: "" } },
  { what: "a list", value: ["a", "b"] },
  { what: "a number", value: 7 },
  { what: "true", value: true },
  { what: "a NUL", value: "a\0b" },
  { what: "half a surrogate", value: "a\ud800b" },
  { what: "a prototype", value: JSON.parse('{"__proto__":{"admin":true}}') },
  { what: "a hundred thousand characters", value: "x".repeat(100_000) },
];

/** Columns that a caller would like to write. */
const EXTRA = {
  id: "task_1",
  teamId: "team_1",
  ownerId: "user_1",
  role: "owner",
  isAdmin: true,
  usedUnits: 0,
};

const SQL = ['\'; DROP TABLE "User"; --', '" OR 1=1 --', "%' OR '1'='1", "#{7*7}", "\\x27", "{{7*7}}", "$1"];

const withBody = ALL_OPERATIONS.filter((it) => isSchema(it.body));

const fields = withBody.flatMap((operation) =>
  textFieldsOf(operation).flatMap((field) =>
    HOSTILE.map(({ what, value }) => ({ operation, id: operation.id, field, what, value })),
  ),
);

test.each(fields)("$id refuses $what as $field", async ({ operation, field, value }) => {
  const { actor, input } = await legalCall(operation);
  const changes = await watchChanges();
  const body = withField(input.body, field, value);
  const response = await call(operation, { ...input, body }, actor.headers);
  expect(response.status, await response.text()).toBe(400);
  expect(await changes()).toEqual([]);
});

test.each(withBody.map((operation) => ({ operation, id: operation.id })))(
  "$id refuses every field that it does not know, one by one",
  async ({ operation }) => {
    const { actor, input } = await legalCall(operation);
    const changes = await watchChanges();
    for (const [name, value] of Object.entries(EXTRA)) {
      if (isRecord(input.body) && name in input.body) continue;
      const body = { ...(isRecord(input.body) ? input.body : {}), [name]: value };
      expect((await call(operation, { ...input, body }, actor.headers)).status, name).toBe(400);
    }
    expect(await changes()).toEqual([]);
  },
);

const BAD_BODIES = ["", "{", "null", "[]", '"text"', "7", '{"a":1}{"b":2}', "[".repeat(50_000)];

test.each(withBody.map((operation) => ({ operation, id: operation.id })))(
  "$id refuses bodies that are no JSON object, and ones that are too large",
  async ({ operation }) => {
    const { actor, input } = await legalCall(operation);
    for (const raw of BAD_BODIES) {
      const response = await call(
        operation,
        { ...input, body: Buffer.from(raw), headers: JSON_TYPE },
        actor.headers,
      );
      expect(response.status, raw.slice(0, 20)).toBe(400);
    }
    const large = Buffer.alloc((operation.maxBodyBytes ?? 1024 * 1024) + 1, " ");
    const response = await call(operation, { ...input, body: large, headers: JSON_TYPE }, actor.headers);
    expect(response.status).toBe(413);
  },
);

const JSON_TYPE = { "content-type": "application/json" };

const withPath = ALL_OPERATIONS.filter((it) => it.params !== undefined);
const BAD_IDS = [
  "1",
  "task_",
  "../../etc/passwd",
  "%00",
  "a\0b",
  "task_01J",
  "'; DROP TABLE x",
  "x".repeat(5000),
];

test.each(withPath.map((operation) => ({ operation, id: operation.id })))(
  "$id answers 404 to what cannot be an id",
  async ({ operation }) => {
    const { actor, input } = await legalCall(operation);
    for (const [name] of Object.entries(input.params ?? {}).slice(0, 1)) {
      for (const bad of BAD_IDS) {
        const params = { ...input.params, [name]: bad };
        const { status } = await call(operation, { ...input, params }, actor.headers);
        expect(status, bad.slice(0, 20)).toBe(404);
      }
    }
  },
);

const withQuery = ALL_OPERATIONS.filter((it) => isSchema(it.query) && it.path.startsWith("/api/"));

test.each(withQuery.map((operation) => ({ operation, id: operation.id })))(
  "$id refuses unknown, repeated and unstorable query values",
  async ({ operation }) => {
    const { actor, input } = await legalCall(operation);
    const refused: Record<string, string>[] = [
      { teamId: home.teamId },
      { "where[not]": "" },
      { __proto__x: "1" },
    ];
    for (const query of refused) {
      const response = await call(
        operation,
        { ...input, query: { ...input.query, ...query } },
        actor.headers,
      );
      expect(response.status, JSON.stringify(query)).toBe(400);
    }
    const [name] = Object.keys(
      z.toJSONSchema(queryOf(operation), { io: "input", unrepresentable: "any" }).properties ?? {},
    );
    if (name === undefined) return;
    const odd = await call(operation, { ...input, query: { ...input.query, [name]: "a\0b" } }, actor.headers);
    expect(odd.status).toBe(400);
  },
);

test.each(SQL)("text that looks like SQL or a template is text: %j", async (text) => {
  const actor = await makeActor("owner", home, home);
  const updateTeam = ALL_OPERATIONS.find((it) => it.id === "updateTeam");
  if (!updateTeam) throw new Error("updateTeam is gone");
  const response = await call(updateTeam, { body: { name: text } }, actor.headers);
  expect(await response.json()).toMatchObject({ name: text });
});

/** The owner's call of the first row of an operation. */
async function legalCall(
  operation: Operation,
): Promise<{ actor: Awaited<ReturnType<typeof makeActor>>; input: Input }> {
  const row = MATRIX.find((it) => it.operationId === operation.id);
  const prepare = row && CALLS[row.name];
  if (!prepare) throw new Error(`no call for ${operation.id}`);
  const kind = operation.access.kind === "public" ? "nobody" : "owner";
  const actor = await makeActor(operation.access.kind === "api_key" ? "key create" : kind, home, home);
  return { actor, input: await prepare(home, actor) };
}

/** Dotted names of the text fields of a body, two levels deep. */
function textFieldsOf({ body }: Operation): string[] {
  if (!isSchema(body)) return [];
  return textFieldsIn(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }), "", 2);
}

function textFieldsIn(schema: unknown, prefix: string, depth: number): string[] {
  if (!isRecord(schema) || !isRecord(schema.properties) || depth === 0) return [];
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    if (!isRecord(property)) return [];
    if (property.type === "string" && property.enum === undefined) return [prefix + name];
    return textFieldsIn(property, `${prefix}${name}.`, depth - 1);
  });
}

function withField(body: unknown, field: string, value: unknown): unknown {
  const [first = "", ...rest] = field.split(".");
  const record = isRecord(body) ? body : {};
  return { ...record, [first]: rest.length === 0 ? value : withField(record[first], rest.join("."), value) };
}

function queryOf({ query }: Operation): ZodType {
  if (!isSchema(query)) throw new Error("has no query");
  return query;
}

function isSchema(schema: unknown): schema is ZodType {
  return typeof schema === "object" && schema !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
