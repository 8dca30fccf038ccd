import type { TaskRequest } from "./requests/request.ts";
import { mediaOf } from "./requests/request-media.ts";

/** What these make stays in the account that made it, and later requests name it there. */
const MADE_FOR_AN_ACCOUNT: readonly TaskRequest["kind"][] = [
  "identify-face",
  "init-selection",
  "custom-elements",
  "advanced-custom-elements",
  "custom-voices",
];

/** Fields that name something which only the account knows that made it. */
const OF_AN_ACCOUNT = ["session_id", "element_list", "voice_list"] as const;

/** Whether another account could not do this: it names what one account alone knows, or makes something for one. */
export function isBoundToAccount(request: TaskRequest): boolean {
  if (MADE_FOR_AN_ACCOUNT.includes(request.kind)) return true;
  const fields: Readonly<Record<string, unknown>> = request;
  if (OF_AN_ACCOUNT.some((name) => fields[name] !== undefined)) return true;
  return mediaOf(request).some(({ field }) => field.type === "output");
}
