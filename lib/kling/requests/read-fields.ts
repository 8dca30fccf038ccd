import { z } from "zod";
import { isJsonObject, isUnset, type JsonObject, readId } from "../dialects/unknown-values.ts";
import { itemPath, memberPath } from "../field-path.ts";
import { mediaForm } from "../media.ts";
import { mediaFields } from "./media-field.ts";

export type ReadFields = {
  /** What the schema knows, spelled as it wants it; not yet judged. */
  readonly fields: JsonObject;
  /** What it does not know, by path, e.g. `image_list[0].weight`: kept for an upstream that may. */
  readonly unknown: Readonly<Record<string, unknown>>;
};

/**
 * Reads what a client sent in the light of a request's schema (api-reference §1.4): unset is `""`, `null`, `[]` or `{}`;
 * numbers come as texts and texts as numbers; flags as `"true"`; model ids in any case; base64 with a `data:` prefix and
 * line breaks. Whatever else is wrong is left as it is for the schema to refuse.
 */
export function readFields(schema: z.ZodObject, body: JsonObject): ReadFields {
  const unknown: Record<string, unknown> = {};
  return { fields: readObject(schema, body, { path: "", unknown }), unknown };
}

type Reading = { readonly path: string; readonly unknown: Record<string, unknown> };

function readObject(schema: z.ZodObject, value: JsonObject, { path, unknown }: Reading): JsonObject {
  const fields: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    // `__proto__` is a name to JavaScript alone: to set it would give `unknown` a parent instead of a field.
    if (isUnset(item) || name === "__proto__") continue;
    const place = memberPath(path, name);
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (field === undefined) unknown[place] = item;
    else fields[name] = readValue(field as z.ZodType, item, { path: place, unknown });
  }
  return fields;
}

function readValue(schema: z.ZodType, value: unknown, reading: Reading): unknown {
  if (schema instanceof z.ZodOptional) return readValue(schema.unwrap() as z.ZodType, value, reading);
  if (mediaFields.has(schema)) return readMedia(value);
  if (schema instanceof z.ZodString) return readId(value) ?? withoutMembers(value);
  if (schema instanceof z.ZodNumber) return readNumeric(value);
  if (schema instanceof z.ZodBoolean) return readFlag(value);
  if (schema instanceof z.ZodEnum) return readMember(schema.options, value);
  if (schema instanceof z.ZodUnion)
    return readAlternative(schema.options as readonly z.ZodType[], value, reading);
  if (schema instanceof z.ZodObject) return isJsonObject(value) ? readObject(schema, value, reading) : value;
  if (schema instanceof z.ZodArray) return readArray(schema.element as z.ZodType, value, reading);
  return value;
}

function readArray(element: z.ZodType, value: unknown, { path, unknown }: Reading): unknown {
  if (!Array.isArray(value)) return withoutMembers(value);
  const items = value.filter((item) => !isUnset(item));
  return items.map((item, index) => readValue(element, item, { path: itemPath(path, index), unknown }));
}

/** The first alternative that takes the value, once it is read its way. */
function readAlternative(options: readonly z.ZodType[], value: unknown, reading: Reading): unknown {
  const readings = options.map((option) => ({ option, read: readValue(option, value, reading) }));
  return readings.find(({ option, read }) => option.safeParse(read).success)?.read ?? value;
}

/** Raw base64 without prefix and line breaks; URLs and asset ids as they are. */
function readMedia(value: unknown): unknown {
  if (typeof value !== "string" || mediaForm(value) !== "base64")
    return readId(value) ?? withoutMembers(value);
  return value.replace(/^data:[^,]{0,100},/i, "").replace(/\s+/g, "");
}

/** An object where none belongs, for the schema to refuse: a member `length` would be measured before its type is. */
function withoutMembers(value: unknown): unknown {
  return isJsonObject(value) ? {} : value;
}

function readNumeric(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : value;
}

function readFlag(value: unknown): unknown {
  if (value === "true") return true;
  return value === "false" ? false : value;
}

/** A length may come as a number and a model id in any case; every other word has one spelling. */
function readMember(options: readonly (string | number)[], value: unknown): unknown {
  if (typeof value === "number") return options.includes(String(value)) ? String(value) : value;
  if (typeof value !== "string" || options.includes(value)) return value;
  const lowered = value.trim().toLowerCase();
  return lowered.startsWith("kling-") || lowered.startsWith("kolors-") ? lowered : value;
}
