import type { Localized } from "#lib/shared/localized.ts";
import type { OmniVideoRequest } from "../../requests/omni-video.ts";
import type { Violation } from "../../violation.ts";
import type { FactsByPath } from "../kind.ts";
import { secondsAt } from "./facts.ts";
import { ignored, limit, unsupported } from "./field-rules.ts";
import { lengthMessage, SECONDS_TOLERANCE } from "./file-rules.ts";
import { promptTexts, referenceViolations } from "./prompt-references.ts";
import { shotsOf, shotViolations } from "./shot-rules.ts";
import { needsText, PROMPT_REQUIRED } from "./text-rules.ts";

/** Longest video beside kling-video-o1; kling-v3-omni takes what the field takes (upd 2026-06-17). */
const MAX_O1_VIDEO_SECONDS = 10;

/** What is missing or has no effect in an omni-video request; counts and exclusions are in its grid. */
export function omniViolations(request: OmniVideoRequest, facts: FactsByPath): readonly Violation[] {
  const isEdit = isBase(request);
  return [
    ...(shotsOf(request) === "customize" ? [] : needsText("prompt", request.prompt, PROMPT_REQUIRED)),
    ...shotViolations(request, { isDurationIgnored: isEdit }),
    ...repeatedFrames(request),
    ...ratioRules(request, isEdit),
    ...videoLength(request, facts),
    ...referenceViolations(promptTexts(request), {
      image: request.image_list?.length ?? 0,
      element: request.element_list?.length ?? 0,
      video: request.video_list?.length ?? 0,
      voice: 0,
    }),
  ];
}

function isBase({ video_list }: OmniVideoRequest): boolean {
  return video_list !== undefined && video_list[0]?.refer_type !== "feature";
}

function repeatedFrames({ image_list = [] }: OmniVideoRequest): readonly Violation[] {
  return (["first_frame", "end_frame"] as const)
    .filter((frame) => image_list.filter(({ type }) => type === frame).length > 1)
    .map((frame) => limit("image_list", `${frame}_repeated`, MESSAGES.repeated));
}

/**
 * Required unless a first frame or an edited video gives the shape, and without effect then (§10.5 #17). A wish of the map
 * and not a missing field: a sample of S003 leaves it out beside a video to refer to.
 */
function ratioRules(request: OmniVideoRequest, isEdit: boolean): readonly Violation[] {
  const hasShape = isEdit || request.image_list?.some(({ type }) => type === "first_frame") === true;
  if (!hasShape && request.aspect_ratio === undefined)
    return [unsupported("aspect_ratio", "aspect_ratio_required", MESSAGES.ratio)];
  if (hasShape && request.aspect_ratio !== undefined) return [ignored("aspect_ratio", MESSAGES.shape)];
  return [];
}

function videoLength({ model_name }: OmniVideoRequest, facts: FactsByPath): readonly Violation[] {
  const path = "video_list[0].video_url";
  const seconds = secondsAt(facts, path);
  if (model_name !== "kling-video-o1" || seconds === undefined) return [];
  if (seconds <= MAX_O1_VIDEO_SECONDS + SECONDS_TOLERANCE) return [];
  return [limit(path, "video_too_long", lengthMessage({ max: MAX_O1_VIDEO_SECONDS }))];
}

const MESSAGES = {
  repeated: { zh: "首帧和尾帧各只能有一张", en: "There is one first frame and one end frame at most" },
  ratio: { zh: "请选择画面比例", en: "Choose an aspect ratio" },
  shape: {
    zh: "画面比例跟随首帧或待编辑的视频",
    en: "The clip follows the shape of its first frame or of the edited video",
  },
} as const satisfies Record<string, Localized>;
