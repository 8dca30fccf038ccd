import { z } from "zod";
import { isJsonObject } from "../dialects/unknown-values.ts";
import { itemPath, memberPath } from "../field-path.ts";
import { type MediaField, mediaFields } from "./media-field.ts";
import { REQUEST_SCHEMAS, type TaskRequest } from "./request.ts";

/** One file that a request names. */
export type RequestMedia = {
  /** Where it stands, e.g. `image` or `dynamic_masks[0].mask`; also the role under which the file is kept. */
  readonly path: string;
  readonly reference: string;
  readonly field: MediaField;
};

/** Every file that the request names, in the order of its fields. */
export function mediaOf(request: TaskRequest): readonly RequestMedia[] {
  const found: RequestMedia[] = [];
  walk(REQUEST_SCHEMAS[request.kind], request, {
    path: "",
    visit(media) {
      found.push(media);
      return media.reference;
    },
  });
  return found;
}

/** The same request with other references at these paths. */
export function replaceMedia(request: TaskRequest, byPath: ReadonlyMap<string, string>): TaskRequest {
  const visit = ({ path, reference }: RequestMedia) => byPath.get(path) ?? reference;
  // Only texts were exchanged for texts, so the shape is the one that came in.
  return walk(REQUEST_SCHEMAS[request.kind], request, { path: "", visit }) as TaskRequest;
}

type Walk = { readonly path: string; readonly visit: (media: RequestMedia) => string };

function walk(schema: z.ZodType, value: unknown, { path, visit }: Walk): unknown {
  if (value === undefined) return value;
  if (schema instanceof z.ZodOptional) return walk(schema.unwrap() as z.ZodType, value, { path, visit });
  const field = mediaFields.get(schema);
  if (field !== undefined && typeof value === "string") return visit({ path, reference: value, field });
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const element = schema.element as z.ZodType;
    return value.map((item, index) => walk(element, item, { path: itemPath(path, index), visit }));
  }
  if (schema instanceof z.ZodObject && isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const inner = schema.shape[name] as z.ZodType | undefined;
        const place = memberPath(path, name);
        return [name, inner === undefined ? item : walk(inner, item, { path: place, visit })];
      }),
    );
  }
  return value;
}
