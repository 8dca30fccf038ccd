import type { TaskKind } from "../task-kinds.ts";
import type { RefusedCreate } from "./native-create.ts";
import { nativeError } from "./native-envelope.ts";
import type { JsonObject } from "./unknown-values.ts";

/** The create of a gateway dialect in native words: the native dialect has the only decoder. */
export type DecodedJob =
  | {
      readonly ok: true;
      readonly kind: TaskKind;
      /** What `decodeCreate` takes for this kind; fields that nobody knows stay in it. */
      readonly nativeBody: JsonObject;
      /** The model as the client wrote it, for its answers (§10.5 #20). */
      readonly askedModel: string;
    }
  | RefusedCreate;

/** A request in a gateway dialect, or exactly the fields that this dialect has no word for. */
export type EncodedJob =
  | { readonly ok: true; readonly method: "POST"; readonly path: string; readonly body: JsonObject }
  | { readonly ok: false; readonly fields: readonly string[] };

export function refuseBody(): RefusedCreate {
  return { ok: false, ...nativeError(1200, "The request body must be a JSON object") };
}

export function refuseField(field: string, complaint: string): RefusedCreate {
  return { ok: false, ...nativeError(1201, `${field} ${complaint}`), field };
}

/** The official code for a model that does not exist is 1203 (off-26 §1.5). */
export function refuseModel(name: string): RefusedCreate {
  const shown = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  return { ok: false, ...nativeError(1203, `Model ${shown} does not exist`), field: "model" };
}
