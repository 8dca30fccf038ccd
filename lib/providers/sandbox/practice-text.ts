import { promptOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** All the words of a request in which somebody may have written practice orders. */
export function practiceTextOf(request: TaskRequest): string {
  const more = [
    "bgm_prompt" in request ? request.bgm_prompt : undefined,
    "element_description" in request ? request.element_description : undefined,
  ];
  return [promptOf(request), ...more].filter((text) => text !== undefined).join(" ");
}
