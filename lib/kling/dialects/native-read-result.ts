import type { OutputLabel } from "../output-labels.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { TaskResult } from "../task-result.ts";
import type { OutputView } from "../task-view.ts";
import { isJsonObject, type JsonObject, readId, readNumber, readText } from "./unknown-values.ts";

/** Files of a `task_result` (api-reference §1.3), in the order in which upstream tells them. Those without a URL are left out. */
export function readOutputs(result: JsonObject, kind: TaskKind): OutputView[] {
  return [
    ...items(result.videos).flatMap((item) => readFile(item, "video")),
    ...items(result.images).flatMap((item) => readImage(item, kind)),
    ...items(result.series_images).flatMap((item) => readFile(item, "series_image")),
    ...items(result.audios).flatMap((item) => [
      ...readFile(item, "audio_mp3"),
      ...readFile(item, "audio_mp3", { url: "url_mp3", duration: "duration_mp3" }),
      ...readFile(item, "audio_wav", { url: "url_wav", duration: "duration_wav" }),
    ]),
    ...items(result.voices).flatMap((item) => readFile(item, "voice_trial", { url: "trial_url" })),
  ];
}

/** What came out besides files; undefined for kinds that yield none, or when upstream does not tell it. */
export function readResult(kind: TaskKind, { info, result }: { info: JsonObject; result: JsonObject }) {
  switch (kind) {
    case "image-recognize":
      return readRecognition(result);
    case "advanced-custom-elements":
    case "custom-elements":
      return readElement(items(result.elements)[0] ?? {});
    case "custom-voices": {
      const voice_id = readId(items(result.voices)[0]?.voice_id);
      return voice_id === undefined ? undefined : ({ type: "voice", voice_id } as const);
    }
    default:
      return readParent(readObject(info.parent_video));
  }
}

/** An element of either library; its id is a bare number beyond 2^53. */
export function readElement({ element_id }: JsonObject): TaskResult | undefined {
  const id = readId(element_id);
  return id === undefined ? undefined : { type: "element", element_id: id };
}

export function items(list: unknown): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

export function readObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A decimal as upstream spells it. */
export function readDecimal(value: unknown): string | undefined {
  const number = readNumber(value);
  if (number === undefined) return undefined;
  return typeof value === "string" ? value.trim() : String(number);
}

type Names = { readonly url: string; readonly duration?: string };

/** Effects and pictures come without a length. */
function readFile(
  item: JsonObject,
  label: OutputLabel,
  names: Names = { url: "url", duration: "duration" },
): OutputView[] {
  const url = readText(item[names.url]);
  if (url === undefined) return [];
  return [
    {
      id: readId(item.id) ?? "",
      label,
      url,
      watermarkUrl: readText(item.watermark_url),
      durationSeconds: names.duration === undefined ? undefined : readDecimal(item[names.duration]),
    },
  ];
}

const VIEWS = ["view_1", "view_2", "view_3"] as const satisfies readonly OutputLabel[];
const CUT_OUTS = [
  "object_seg",
  "head_seg",
  "face_seg",
  "cloth_seg",
] as const satisfies readonly OutputLabel[];

/** Three views to one index in ai-multi-shot, cut-outs by their type in image-recognize, plain pictures elsewhere. */
function readImage(item: JsonObject, kind: TaskKind): OutputView[] {
  if (kind === "ai-multi-shot")
    return VIEWS.flatMap((label, index) => readFile(item, label, { url: `url_${index + 1}` }));
  if (kind !== "image-recognize") return readFile(item, "image");
  const label = CUT_OUTS.find((type) => type === item.type);
  return label === undefined ? [] : readFile(item, label);
}

function readRecognition(result: JsonObject): TaskResult | undefined {
  const told = items(result.images).flatMap(({ type, is_contain, url }) => {
    const label = CUT_OUTS.find((known) => known === type);
    if (label === undefined) return [];
    return [[label, typeof is_contain === "boolean" ? is_contain : readText(url) !== undefined] as const];
  });
  return told.length === 0 ? undefined : { type: "recognition", contains: Object.fromEntries(told) };
}

/** The video that was extended, or that sounds or lips were put to. */
function readParent(parent: JsonObject): TaskResult | undefined {
  const video_id = readId(parent.id);
  if (video_id === undefined) return undefined;
  return { type: "parent_video", video_id, duration: readDecimal(parent.duration) ?? "" };
}
