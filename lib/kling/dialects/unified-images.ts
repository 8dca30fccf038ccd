import { refuseField } from "./decoded-job.ts";
import type { RefusedCreate } from "./native-create.ts";
import { isJsonObject, isUnset, type JsonObject } from "./unknown-values.ts";

const FRAMES = [
  ["first_frame_url", "first_frame"],
  ["last_frame_url", "end_frame"],
] as const;

const LISTS = ["reference_images", "image_list"] as const;

type Given = { readonly ok: true; readonly fields: JsonObject } | RefusedCreate;

/**
 * The flat picture fields of the unified gateway as the native `image_list` (S003, §10.3): frames first, then
 * `reference_images`, then addresses in `image_list`; `<<<image_N>>>` counts in this order. One native object in
 * `image_list` and that list alone counts; the flat fields then stay where they are, as fields without effect.
 */
export function nameImagesNatively(given: JsonObject): Given {
  const wrong = LISTS.find((name) => !isUnset(given[name]) && !Array.isArray(given[name]));
  if (wrong !== undefined) return refuseField(wrong, "must be a list");
  const { image_list, ...others } = given;
  const listed = itemsOf(image_list);
  if (listed.some(isJsonObject))
    return { ok: true, fields: { ...others, image_list: listed.map(nameImage) } };

  const { first_frame_url, last_frame_url, reference_images, ...rest } = others;
  const frames: JsonObject[] = [];
  for (const [name, type] of FRAMES) {
    const image_url = given[name];
    if (isUnset(image_url)) continue;
    if (typeof image_url !== "string") return refuseField(name, "must be a URL or base64");
    frames.push({ image_url, type });
  }
  const images = [...frames, ...[...itemsOf(reference_images), ...listed].map(nameImage)];
  return { ok: true, fields: { ...rest, ...(images.length > 0 && { image_list: images }) } };
}

/** Pictured subjects of multi-image2video: the same lists, without frames, in that endpoint's own words (off-26 §3.3). */
export function nameSubjectsNatively(given: JsonObject): Given {
  const named = nameImagesNatively(given);
  if (!named.ok) return named;
  const images = itemsOf(named.fields.image_list).map((item) => {
    if (!isJsonObject(item) || item.image !== undefined) return item;
    const { image_url, ...rest } = item;
    return { ...rest, image: image_url };
  });
  return { ok: true, fields: { ...named.fields, image_list: images } };
}

function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.filter((item) => !isUnset(item)) : [];
}

/** Whatever else an item may be, the native schema judges it. */
function nameImage(item: unknown): unknown {
  return typeof item === "string" ? { image_url: item } : item;
}
