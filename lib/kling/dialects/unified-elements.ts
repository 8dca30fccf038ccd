import { countCharacters } from "../characters.ts";
import { type NativeError, nativeError } from "./native-envelope.ts";
import { isJsonObject } from "./unknown-values.ts";

/** Code points in the name of an element made through the unified gateway: half of Kling's own limit (§10.5 #26). */
export const MAX_UNIFIED_ELEMENT_NAME = 10;

/** What this dialect refuses beyond the native rules; everything else about its elements is native (§10.3). */
export function refuseUnifiedElement(body: unknown): NativeError | undefined {
  const name = isJsonObject(body) ? body.element_name : undefined;
  if (typeof name !== "string" || countCharacters(name) <= MAX_UNIFIED_ELEMENT_NAME) return undefined;
  return nativeError(1201, `element_name must not be longer than ${MAX_UNIFIED_ELEMENT_NAME} characters`);
}
