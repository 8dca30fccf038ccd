import { z } from "zod";
import { MAX_EXTERNAL_TASK_ID_CHARACTERS } from "#lib/kling/dialects/native-create.ts";
import { MAX_UNIFIED_ELEMENT_NAME } from "#lib/kling/dialects/unified-elements.ts";
import type { Endpoint } from "#lib/kling/endpoints.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { textOf } from "#lib/kling/requests/fields.ts";
import { REQUEST_SCHEMAS } from "#lib/kling/requests/request.ts";
import { marksSchema, sessionSchema } from "#lib/kling/requests/selection.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { generationsBodySchema, unifiedBodySchema } from "./job-bodies.ts";
import { longNumber } from "./values.ts";

/** What travels beside every request (off-26 §1.4, §1.7). */
const doorFields = {
  external_task_id: z.string().max(MAX_EXTERNAL_TASK_ID_CHARACTERS).optional(),
  callback_url: z.url().optional(),
};

const elementId = z.union([longNumber, z.string()]);

/** The body of an endpoint as its dialect's documents write it; undefined where there is none. */
export function bodyOf({ operation, kind, dialect }: Endpoint): z.ZodType | undefined {
  switch (operation) {
    case "create":
      return kind === undefined ? undefined : createBodyOf(kind, dialect);
    case "create_job":
      return dialect === "unified" ? unifiedBodySchema : generationsBodySchema;
    case "add_selection":
    case "delete_selection":
      return marksSchema;
    case "clear_selection":
    case "preview_selection":
      return sessionSchema;
    case "delete_element":
      return z.object({ element_id: elementId });
    case "delete_voice":
      return z.object({ voice_id: z.string() });
    case "get":
    case "list":
    case "get_job":
    case "list_elements":
    case "list_preset_elements":
    case "list_preset_voices":
    case "account_costs":
      return undefined;
  }
}

/** The canonical request without our own word for the kind; what Kling fills in by itself may be left out. */
function createBodyOf(kind: TaskKind, dialect: Endpoint["dialect"]): z.ZodType {
  const schema: z.ZodObject = REQUEST_SCHEMAS[kind];
  const defaults = Object.entries(kindOf(kind).defaults).map(([name, value]) => {
    const field = schema.shape[name] as z.ZodType; // a field of a shape is a schema
    return [name, field.default(value)] as const;
  });
  const shorter = dialect === "unified" && { element_name: textOf(MAX_UNIFIED_ELEMENT_NAME) };
  return schema
    .omit({ kind: true })
    .extend({ ...Object.fromEntries(defaults), ...shorter, ...doorFields })
    .loose();
}
