import { z } from "zod";
import type { JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { type MediaField, mediaFields } from "#lib/kling/requests/media-field.ts";
import { REQUEST_SCHEMAS } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

type Path = readonly (string | number)[];

/** One field that a body may have, wherever it stands; of a list, its first item. */
export type Place = {
  readonly path: Path;
  /** As answers write it: `image_list[0].image_url`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly isRequired: boolean;
  readonly file: MediaField | undefined;
};

/** A legal body with one thing wrong. */
export type WrongBody = { readonly what: string; readonly name: string; readonly body: JsonObject };

/** Every field of a kind, out of its schema. */
export function placesOf(kind: TaskKind): readonly Place[] {
  return walk(REQUEST_SCHEMAS[kind], []).filter(({ name }) => name !== "kind");
}

/** The same body with a value at a place; what the place needs around it is made up. */
export function withValue(kind: TaskKind, body: JsonObject, { path, value }: { path: Path; value: unknown }) {
  const copy: Record<string, unknown> = structuredClone(body);
  let [inside, schema]: [unknown, z.ZodType] = [copy, REQUEST_SCHEMAS[kind]];
  for (const [depth, name] of path.entries()) {
    schema = childOf(schema, name);
    const holder = inside as Record<string | number, unknown>; // an object or a list, as the path says
    if (depth === path.length - 1) holder[name] = value;
    else holder[name] ??= sampleOf(schema);
    inside = holder[name];
  }
  return copy;
}

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

type Bounds = {
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
};

function boundsOf(schema: z.ZodType): Bounds {
  return z.toJSONSchema(bare(schema), { unrepresentable: "any" }) as Bounds;
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

/** Something that the schema takes. */
function sampleOf(given: z.ZodType): unknown {
  const schema = bare(given);
  if (mediaFields.has(schema)) return "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return Math.max(1, boundsOf(schema).minimum ?? 1);
  // Both patterns of the API, ids and seconds, are of digits.
  if (schema instanceof z.ZodString) return "5";
  if (schema instanceof z.ZodArray) {
    const count = Math.max(1, boundsOf(schema).minItems ?? 1);
    return Array.from({ length: count }, () => sampleOf(schema.element as z.ZodType));
  }
  if (!(schema instanceof z.ZodObject)) throw new Error(`no sample of ${schema.type}`);
  const fields = Object.entries(schema.shape) as readonly [string, z.ZodType][];
  const required = fields.filter(([, field]) => !(field instanceof z.ZodOptional));
  // An empty object means "unset" to the API, so one field is given where none must be.
  const given_ = required.length > 0 ? required : fields.slice(0, 1);
  return Object.fromEntries(given_.map(([name, field]) => [name, sampleOf(field)]));
}

function walk(schema: z.ZodType, path: Path): readonly Place[] {
  const own = bare(schema);
  const here: readonly Place[] =
    path.length === 0
      ? []
      : [
          {
            path,
            name: nameOf(path),
            schema,
            isRequired: !(schema instanceof z.ZodOptional),
            file: mediaFields.get(own),
          },
        ];
  if (own instanceof z.ZodArray) return [...here, ...walk(own.element as z.ZodType, [...path, 0])];
  if (!(own instanceof z.ZodObject)) return here;
  const fields = Object.entries(own.shape) as readonly [string, z.ZodType][];
  return [...here, ...fields.flatMap(([name, field]) => walk(field, [...path, name]))];
}

function childOf(schema: z.ZodType, name: string | number): z.ZodType {
  const own = bare(schema);
  if (own instanceof z.ZodArray) return own.element as z.ZodType;
  if (own instanceof z.ZodObject) return own.shape[name] as z.ZodType;
  throw new Error(`nothing is inside of ${schema.type}`);
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

function nameOf(path: Path): string {
  return path
    .reduce<string>(
      (sofar, part) => (typeof part === "number" ? `${sofar}[${part}]` : `${sofar}.${part}`),
      "",
    )
    .replace(/^\./, "");
}

function hasParent(body: JsonObject, path: Path): boolean {
  let inside: unknown = body;
  for (const name of path.slice(0, -1)) {
    if (typeof inside !== "object" || inside === null) return false;
    inside = (inside as Record<string | number, unknown>)[name];
  }
  return typeof inside === "object" && inside !== null;
}
