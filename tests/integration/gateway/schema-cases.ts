import { z } from "zod";
import type { JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { bare, boundsOf, type Path, type Place, placesOf, sampleOf, withValue } from "./places.ts";

/** A legal body with one thing wrong. */
export type WrongBody = { readonly what: string; readonly name: string; readonly body: JsonObject };

/** Fields that the schema demands and no default fills, each left out once. */
export function incompleteBodies(kind: TaskKind, body: JsonObject): readonly WrongBody[] {
  const filled = Object.keys(kindOf(kind).defaults);
  return placesOf(kind)
    .filter(({ path, isRequired }) => isRequired && typeof path.at(-1) === "string" && hasParent(body, path))
    .filter(({ name }) => !filled.includes(name))
    .map(({ name, path }) => ({
      what: `without ${name}`,
      name,
      body: withValue(kind, body, { path, value: undefined }),
    }));
}

/** Every stated bound exceeded by one, and every value that is none of those listed. */
export function excessiveBodies(kind: TaskKind, body: JsonObject): readonly WrongBody[] {
  return placesOf(kind).flatMap((place) =>
    excesses(place).map(([what, value]) => ({
      what: `${place.name} ${what}`,
      name: place.name,
      body: withValue(kind, body, { path: place.path, value }),
    })),
  );
}

/** The last values that the bounds let through, for the proof that they are bounds. */
export function extremeBodies(kind: TaskKind, body: JsonObject): readonly WrongBody[] {
  return placesOf(kind).flatMap((place) =>
    extremes(place).map(([what, value]) => ({
      what: `${place.name} ${what}`,
      name: place.name,
      body: withValue(kind, body, { path: place.path, value }),
    })),
  );
}

/** A thing where a word is wanted, and a word where a thing is wanted. */
export function mistypedBodies(kind: TaskKind, body: JsonObject): readonly WrongBody[] {
  return placesOf(kind).map(({ path, name, schema }) => ({
    what: `${name} of a wrong type`,
    name,
    body: withValue(kind, body, {
      path,
      value: bare(schema) instanceof z.ZodObject ? "a word" : { a: "thing" },
    }),
  }));
}

type Value = readonly [what: string, value: unknown];

function excesses({ schema, file }: Place): readonly Value[] {
  const bounds = boundsOf(schema);
  const { maxLength, maximum, minimum, maxItems, minItems, pattern } = bounds;
  return [
    ...(maxLength === undefined ? [] : [[`of ${maxLength + 1} characters`, textOf(maxLength + 1)] as const]),
    ...(maximum === undefined ? [] : [[`above ${maximum}`, above(maximum)] as const]),
    ...(minimum === undefined ? [] : [[`below ${minimum}`, minimum - 1] as const]),
    ...(maxItems === undefined ? [] : [[`of ${maxItems + 1} items`, itemsOf(schema, maxItems + 1)] as const]),
    ...(minItems === undefined || minItems < 2
      ? []
      : [[`of ${minItems - 1} items`, itemsOf(schema, minItems - 1)] as const]),
    ...(pattern === undefined ? [] : [["of another pattern", "not this pattern"] as const]),
    ...(bounds.enum === undefined ? [] : [["that does not exist", "no-such-value"] as const]),
    ...(file === undefined || file.type === "output"
      ? []
      : [["in broken base64", "§ not base64 §"] as const]),
  ];
}

function extremes({ schema }: Place): readonly Value[] {
  const { maxLength, maximum, minimum, maxItems, pattern } = boundsOf(schema);
  return [
    // Outside of the basic plane, where two units of a JavaScript text are one character.
    ...(maxLength === undefined || pattern !== undefined
      ? []
      : [[`of ${maxLength} characters`, "𝒳".repeat(maxLength)] as const]),
    ...(maximum === undefined ? [] : [[`of ${maximum}`, maximum] as const]),
    ...(minimum === undefined ? [] : [[`of ${minimum}`, minimum] as const]),
    ...(maxItems === undefined ? [] : [[`of ${maxItems} items`, itemsOf(schema, maxItems)] as const]),
  ];
}

/** One more where whole numbers are counted; the JSON of a number beyond 2^53 still is one more. */
function above(maximum: number): unknown {
  return Number.isSafeInteger(maximum + 1) ? maximum + 1 : BigInt(maximum) + 1n;
}

function textOf(characters: number): string {
  return "x".repeat(characters);
}

function itemsOf(schema: z.ZodType, count: number): readonly unknown[] {
  const list = bare(schema);
  if (!(list instanceof z.ZodArray)) throw new Error("only lists have items");
  return Array.from({ length: count }, () => sampleOf(list.element as z.ZodType));
}

function hasParent(body: JsonObject, path: Path): boolean {
  let inside: unknown = body;
  for (const name of path.slice(0, -1)) {
    if (typeof inside !== "object" || inside === null) return false;
    inside = (inside as Record<string | number, unknown>)[name];
  }
  return typeof inside === "object" && inside !== null;
}
