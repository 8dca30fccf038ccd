import { z } from "zod";
import type { JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import { type MediaField, mediaFields } from "#lib/kling/requests/media-field.ts";
import { REQUEST_SCHEMAS } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

export type Path = readonly (string | number)[];

/** One field that a body may have, wherever it stands; of a list, its first item. */
export type Place = {
  readonly path: Path;
  /** As answers write it: `image_list[0].image_url`. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly isRequired: boolean;
  readonly file: MediaField | undefined;
};

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

type Bounds = {
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
};

export function boundsOf(schema: z.ZodType): Bounds {
  return z.toJSONSchema(bare(schema), { unrepresentable: "any" }) as Bounds;
}

/** Something that the schema takes. */
export function sampleOf(given: z.ZodType): unknown {
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
  const those = required.length > 0 ? required : fields.slice(0, 1);
  return Object.fromEntries(those.map(([name, field]) => [name, sampleOf(field)]));
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

export function bare(schema: z.ZodType): z.ZodType {
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
