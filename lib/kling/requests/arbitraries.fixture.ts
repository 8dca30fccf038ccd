import fc from "fast-check";
import { z } from "zod";
import type { TaskKind } from "../task-kinds.ts";
import { type MediaField, mediaFields } from "./media-field.ts";
import { REQUEST_SCHEMAS, type RequestOf } from "./request.ts";

/**
 * Canonical requests of a kind, out of its schema: any field may be missing that may be, and none is ever empty, because an
 * empty shell is how clients write "unset" (api-reference §1.4).
 */
export function anyRequestOf<Kind extends TaskKind>(kind: Kind): fc.Arbitrary<RequestOf<Kind>> {
  // The schema decides what is generated; its type is lost on the way.
  return anyOf(REQUEST_SCHEMAS[kind]) as fc.Arbitrary<RequestOf<Kind>>;
}

function anyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const file = mediaFields.get(schema);
  if (file !== undefined) return anyReference(file);
  if (schema instanceof z.ZodOptional) return anyOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodString) return anyText(schema);
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as readonly z.ZodType[]).map(anyOf));
  if (schema instanceof z.ZodArray) return anyList(schema as z.ZodArray<z.ZodType>);
  if (schema instanceof z.ZodObject) return anyObject(schema);
  throw new Error(`no arbitrary for ${schema.type}`);
}

function anyReference({ type }: MediaField): fc.Arbitrary<string> {
  if (type === "output") return fc.stringMatching(/^[\w-]{1,24}$/);
  return fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 90 }).map((bytes) => btoa(String.fromCharCode(...bytes))),
    fc.webUrl(),
    fc.constant("asset_01JCQZZZZZZZZZZZZZZZZZZZZA"),
  );
}

/** Short enough for every field; ids are written without leading zeros, as numbers are. */
function anyText(schema: z.ZodString): fc.Arbitrary<string> {
  const { pattern } = z.toJSONSchema(schema);
  if (pattern === undefined) return fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" });
  return fc.stringMatching(new RegExp(pattern)).filter((text) => !/^0/.test(text));
}

function anyNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { type, minimum: min = -1000, maximum: max = 1000 } = z.toJSONSchema(schema);
  if (type === "integer") return fc.integer({ min: Math.max(min, -1e6), max: Math.min(max, 1e6) });
  // JSON has no negative zero.
  return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
}

function anyList(schema: z.ZodArray<z.ZodType>): fc.Arbitrary<unknown[]> {
  const { minItems = 0, maxItems = 3 } = z.toJSONSchema(schema);
  const minLength = Math.max(1, minItems);
  return fc.array(anyOf(schema.element), {
    minLength,
    maxLength: Math.max(minLength, Math.min(4, maxItems)),
  });
}

function anyObject(schema: z.ZodObject): fc.Arbitrary<object> {
  const fields = Object.entries(schema.shape) as readonly [string, z.ZodType][];
  const required = fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([name]) => name);
  const arbitraries = Object.fromEntries(fields.map(([name, field]) => [name, anyOf(field)]));
  const objects = fc.record(arbitraries, { requiredKeys: required });
  return objects.filter((object) => Object.keys(object).length > 0);
}
