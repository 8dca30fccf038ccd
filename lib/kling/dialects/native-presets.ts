import { ELEMENT_TAG_IDS } from "../element-tags.ts";
import type { PresetElement, PresetVoice } from "../library.ts";
import { isHttpUrl } from "../media.ts";
import { items, readObject } from "./native-read-result.ts";
import { type JsonObject, readId, readText } from "./unknown-values.ts";

/**
 * Elements of a list of presets (§4.3). The older library lists elements; of the newer one no page shows an answer, so elements
 * inside tasks are read as well, as its other list has them.
 */
export function presetElementsIn(list: unknown): readonly PresetElement[] {
  return members(list, "elements").flatMap((item) => {
    const id = readId(item.element_id);
    if (id === undefined) return [];
    const tags = items(item.tag_list).map((tag) => readText(tag.id) ?? readText(tag.tag_id));
    const front = item.element_frontal_image ?? readObject(item.element_image_list).frontal_image;
    return [
      {
        id,
        name: readText(item.element_name) ?? id,
        description: readText(item.element_description) ?? "",
        tagIds: ELEMENT_TAG_IDS.filter((tag) => tags.includes(tag)),
        pictureUrl: addressIn(front),
      },
    ];
  });
}

/** Voices of the house, each told as a task with one voice (§4.4). */
export function presetVoicesIn(list: unknown): readonly PresetVoice[] {
  return members(list, "voices").flatMap((item) => {
    const id = readId(item.voice_id);
    if (id === undefined) return [];
    return [{ id, name: readText(item.voice_name) ?? id, trialUrl: addressIn(item.trial_url) }];
  });
}

/** What stands in the list itself, or in the results of the tasks that stand there. */
function members(list: unknown, name: "elements" | "voices"): readonly JsonObject[] {
  return items(list).flatMap((item) => {
    const result = readObject(item.task_result)[name];
    return result === undefined ? [item] : items(result);
  });
}

/** Shown as a link to people: nothing but an address of the web. */
function addressIn(value: unknown): string | null {
  const text = readText(value);
  return text !== undefined && isHttpUrl(text) ? text : null;
}
