import fc from "fast-check";
import { z } from "zod";
import { isUnset } from "../dialects/unknown-values.ts";
import type { TaskKind } from "../task-kinds.ts";
import { mediaFields } from "./media-field.ts";
import { REQUEST_SCHEMAS, type RequestOf } from "./request.ts";

/** Any request that the schema of this kind takes, whether a model can do it or not, without unset members. */
export function anyRequestOf<K extends TaskKind>(kind: K): fc.Arbitrary<RequestOf<K>> {
  const schema = REQUEST_SCHEMAS[kind];
  // What the schema has taken is a request of its kind.
  return anyValue(schema).filter((value) => schema.safeParse(value).success) as fc.Arbitrary<RequestOf<K>>;
}

const TEXT = fc.oneof(
  fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" }),
  fc.integer({ min: 1, max: 15 }).map(String),
  fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String),
);

const MEDIA = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 30 }).map((bytes) => btoa(String.fromCharCode(...bytes))),
  fc.webUrl(),
  fc.constant("asset_01JCQZZZZZZZZZZZZZZZZZZZZA"),
);

const NUMBER = fc.oneof(
  fc.integer({ min: -10, max: 15 }),
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.integer({ min: 0, max: 100_000 }),
);

function anyValue(schema: z.ZodType): fc.Arbitrary<unknown> {
  const candidates = candidatesFor(schema);
  return candidates.filter((value) => schema.safeParse(value).success);
}

function candidatesFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  const media = mediaFields.get(schema);
  if (media !== undefined) return media.type === "output" ? TEXT : MEDIA;
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return NUMBER;
  if (schema instanceof z.ZodString) return TEXT;
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(anyValue));
  if (schema instanceof z.ZodArray) {
    return fc.array(anyValue(schema.element as z.ZodType), { minLength: 1, maxLength: 3 });
  }
  if (schema instanceof z.ZodObject) return anyObject(schema);
  throw new Error(`no candidates for a schema of ${schema.type}`);
}

function anyObject(schema: z.ZodObject): fc.Arbitrary<object> {
  const shape = Object.entries(schema.shape) as [string, z.ZodType][];
  const required = shape.flatMap(([name, field]) => (field instanceof z.ZodOptional ? [] : [name]));
  const fields = shape.map(([name, field]): [string, fc.Arbitrary<unknown>] => {
    return [name, anyValue(field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field)];
  });
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
  return fc.record(model, { requiredKeys: required }).map(withoutUnset);
}

/** A canonical request has no empty shells. */
function withoutUnset(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => !isUnset(item)));
}
