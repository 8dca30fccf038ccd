import type { Asset } from "#lib/contract/assets.ts";
import type { ElementTagId } from "#lib/kling/element-tags.ts";
import { advancedCustomElements } from "#lib/kling/kinds/advanced-custom-elements.ts";
import { customElements } from "#lib/kling/kinds/custom-elements.ts";
import { fileProblems } from "#lib/kling/kinds/rules/file-rules.ts";
import { MEDIA_LIMITS } from "#lib/kling/media-limits.ts";
import type { AdvancedCustomElementsRequest, CustomElementsRequest } from "#lib/kling/requests/elements.ts";
import type { Violation } from "#lib/kling/violation.ts";
import type { Localized } from "#lib/shared/localized.ts";

/** One to three (off-26 §4.3). */
export const MAX_VIEWS = 3;

/** A new element as far as somebody has got with it. */
export type ElementDraft = {
  readonly library: "custom" | "advanced";
  readonly madeFrom: "image_refer" | "video_refer";
  readonly name: string;
  readonly description: string;
  readonly front: Asset | null;
  readonly views: readonly Asset[];
  readonly video: Asset | null;
  readonly tagIds: readonly ElementTagId[];
  /** The upstream's id; the newer library only. */
  readonly voiceId: string | null;
};

export const EMPTY_ELEMENT: ElementDraft = {
  library: "advanced",
  madeFrom: "image_refer",
  name: "",
  description: "",
  front: null,
  views: [],
  video: null,
  tagIds: [],
  voiceId: null,
};

export type ElementRequest = CustomElementsRequest | AdvancedCustomElementsRequest;

/** The older library is made from pictures only. */
export function isFromVideo({ library, madeFrom }: ElementDraft): boolean {
  return library === "advanced" && madeFrom === "video_refer";
}

/** The order as it stands; what is still missing is for `elementProblems` to say. */
export function elementRequest(draft: ElementDraft): ElementRequest {
  const { library, front, views, video, voiceId, tagIds } = draft;
  const common = {
    element_name: draft.name.trim(),
    element_description: draft.description.trim(),
    ...(tagIds.length > 0 && { tag_list: tagIds.map((tag_id) => ({ tag_id })) }),
  };
  const refers = views.map(({ id }) => ({ image_url: id }));
  if (library === "custom")
    return {
      kind: "custom-elements",
      ...common,
      element_frontal_image: front?.id ?? "",
      element_refer_list: refers,
    };
  const advanced = {
    kind: "advanced-custom-elements" as const,
    ...common,
    ...(voiceId !== null && { element_voice_id: voiceId }),
  };
  if (isFromVideo(draft))
    return {
      ...advanced,
      reference_type: "video_refer",
      ...(video && { element_video_list: { refer_videos: [{ video_url: video.id }] } }),
    };
  return {
    ...advanced,
    reference_type: "image_refer",
    ...(front &&
      refers.length > 0 && { element_image_list: { frontal_image: front.id, refer_images: refers } }),
  };
}

const VIDEO_PATH = "element_video_list.refer_videos[0].video_url";

/** Everything that stands in the way, by the rules that the server judges with; warnings are left out. */
export function elementProblems(draft: ElementDraft): readonly Localized[] {
  const request = elementRequest(draft);
  const facts = new Map(draft.video && isFromVideo(draft) ? [[VIDEO_PATH, draft.video]] : []);
  const found: readonly Violation[] =
    request.kind === "custom-elements"
      ? customElements.rules(request, facts)
      : advancedCustomElements.rules(request, facts);
  const unfit = draft.video && isFromVideo(draft) ? fileProblems(draft.video, MEDIA_LIMITS.elementVideo) : [];
  return [...found.filter(({ severity }) => severity === "error"), ...unfit].map(({ message }) => message);
}
