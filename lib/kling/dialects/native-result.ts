import { ELEMENT_TAG_NAMES, type ElementTagId } from "../element-tags.ts";
import type { OutputLabel } from "../output-labels.ts";
import type { ElementView, OutputView, TaskView, VoiceView } from "../task-view.ts";

/** `task_result` of a task that succeeded; which members are there follows from its kind (api-reference §1.3). */
export type NativeResult = Readonly<Record<string, unknown>>;

export function encodeResult(view: TaskView): NativeResult {
  const { kind } = view;
  switch (kind) {
    case "tts":
      return {
        audios: of(view, "audio_mp3").map(({ id, url, durationSeconds }) => ({
          id,
          url,
          duration: durationSeconds,
        })),
      };
    case "text-to-audio":
      return { audios: soundPairs(view) };
    case "video-to-audio":
      return { videos: of(view, "video").map(encodeVideo), audios: soundPairs(view) };
    case "image-recognize":
      return { images: recognized(view) };
    case "ai-multi-shot":
      return { images: viewTriples(view) };
    case "omni-image":
      return encodeOmniImages(view);
    case "image-generation":
    case "multi-image2image":
    case "expand":
    case "virtual-try-on":
      return { images: of(view, "image").map(encodeImage) };
    case "custom-elements":
    case "advanced-custom-elements":
      return { elements: view.element === undefined ? [] : [encodeElement(view.element)] };
    case "custom-voices":
      return { voices: view.voice === undefined ? [] : [encodeVoice(view.voice)] };
    case "effects":
      // This endpoint's videos come without their length (§1.3).
      return { videos: of(view, "video").map(({ id, url }) => ({ id, url })) };
    default:
      return { videos: of(view, "video").map(encodeVideo) };
  }
}

function of({ outputs }: TaskView, label: OutputLabel): readonly OutputView[] {
  return outputs.filter((output) => output.label === label);
}

function encodeVideo({ id, url, watermarkUrl, durationSeconds }: OutputView) {
  return {
    id,
    url,
    ...(watermarkUrl !== undefined && { watermark_url: watermarkUrl }),
    ...(durationSeconds !== undefined && { duration: durationSeconds }),
  };
}

function encodeImage({ url, watermarkUrl }: OutputView, index: number) {
  return { index, url, ...(watermarkUrl !== undefined && { watermark_url: watermarkUrl }) };
}

function encodeOmniImages(view: TaskView): NativeResult {
  const series = of(view, "series_image");
  return series.length > 0
    ? { result_type: "series", series_images: series.map(encodeImage) }
    : { result_type: "single", images: of(view, "image").map(encodeImage) };
}

/** Each sound comes in both encodings, with a length of its own. */
function soundPairs(view: TaskView) {
  const waves = of(view, "audio_wav");
  return of(view, "audio_mp3").map(({ id, url, durationSeconds }, index) => ({
    id,
    url_mp3: url,
    url_wav: waves[index]?.url,
    duration_mp3: durationSeconds,
    duration_wav: waves[index]?.durationSeconds,
  }));
}

const RECOGNIZED = [
  "object_seg",
  "head_seg",
  "face_seg",
  "cloth_seg",
] as const satisfies readonly OutputLabel[];

function recognized(view: TaskView) {
  const contains = view.result?.type === "recognition" ? view.result.contains : {};
  return RECOGNIZED.map((type) => {
    const url = of(view, type)[0]?.url;
    return { type, is_contain: contains[type] ?? url !== undefined, ...(url !== undefined && { url }) };
  });
}

function viewTriples(view: TaskView) {
  const [first, second, third] = [of(view, "view_1"), of(view, "view_2"), of(view, "view_3")];
  return first.map(({ url }, index) => ({
    index,
    url_1: url,
    url_2: second[index]?.url,
    url_3: third[index]?.url,
  }));
}

/** An element as both libraries tell it (api-reference §4.3); its id is a bare number beyond 2^53. */
export function encodeElement(element: ElementView): NativeResult {
  const common = {
    element_id: BigInt(element.id),
    element_name: element.name,
    element_description: element.description,
    tag_list: element.tagIds.map(encodeTag),
    owned_by: element.ownedBy,
  };
  const frontal = element.frontalUrl;
  const refers = element.referUrls.map((image_url) => ({ image_url }));
  if (element.library === "custom")
    return { ...common, element_frontal_image: frontal, element_refer_list: refers };
  return {
    ...common,
    reference_type: element.referenceType,
    element_image_list: frontal === undefined ? {} : { frontal_image: frontal, refer_images: refers },
    element_video_list:
      element.videoUrls.length === 0
        ? {}
        : { refer_videos: element.videoUrls.map((video_url) => ({ video_url })) },
    ...(element.voice !== undefined && { element_voice_info: encodeVoice(element.voice) }),
    status: element.isDeleted ? "deleted" : "succeed",
  };
}

export function encodeVoice({ id, name, trialUrl, ownedBy }: VoiceView): NativeResult {
  return {
    voice_id: id,
    voice_name: name,
    ...(trialUrl !== undefined && { trial_url: trialUrl }),
    owned_by: ownedBy,
  };
}

/** Requests say `tag_id`, answers `id`, `name` and `description` (§10.5 #28). */
function encodeTag(id: ElementTagId) {
  return { id, name: ELEMENT_TAG_NAMES[id].en, description: ELEMENT_TAG_NAMES[id].zh };
}
