import { isRecord, listAt, readPath, type ToolDraft, textAt, writePath } from "./tool-draft.ts";
import type { ToolForm } from "./tool-form.ts";

/** What an omni-video draft says of its pictures and its video. */

/** There is one video at most. */
export const VIDEO = "video_list[0]";

export function hasVideo(draft: ToolDraft): boolean {
  return readPath(draft, `${VIDEO}.video_url`) !== undefined;
}

/** Whether the clip is shaped by its first frame or the edited video, and a ratio means nothing (§10.5 #17). */
export function hasShapeOfItsOwn(draft: ToolDraft): boolean {
  const isEdit = hasVideo(draft) && textAt(draft, `${VIDEO}.refer_type`) !== "feature";
  return isEdit || firstFrameOf(draft) !== undefined;
}

/** The file of the first frame. */
export function firstFrameOf(draft: ToolDraft): string | undefined {
  const first = listAt(draft, "image_list").find((item) => isRecord(item) && item.type === "first_frame");
  return isRecord(first) && typeof first.image_url === "string" ? first.image_url : undefined;
}

/** Pictures to refer to and frames stand in one list, and fewer of one must not take the other away. */
export const OMNI_DETACH: NonNullable<ToolForm["detach"]> = {
  images: (draft, value) => {
    let kept = 0;
    return withPictures(draft, (role) => role !== undefined || ++kept <= Number(value));
  },
  frames: (draft, value) => {
    if (value === "none") return withPictures(draft, (role) => role === undefined);
    return value === "first" ? withPictures(draft, (role) => role !== "end_frame") : withFirstFrame(draft);
  },
  video: (draft, value) => {
    if (value === "none") return writePath(draft, "video_list", undefined);
    return hasVideo(draft) ? writePath(draft, `${VIDEO}.refer_type`, value) : draft;
  },
};

/** An end frame alone: the first picture to refer to comes before it, or where there is none, it is the first one itself. */
function withFirstFrame(draft: ToolDraft): ToolDraft {
  if (firstFrameOf(draft) !== undefined) return draft;
  const roles = listAt(draft, "image_list").map((item) => (isRecord(item) ? item.type : undefined));
  const at = roles.includes(undefined) ? roles.indexOf(undefined) : roles.indexOf("end_frame");
  return at === -1 ? draft : writePath(draft, `image_list[${at}].type`, "first_frame");
}

function withPictures(draft: ToolDraft, isKept: (role: unknown) => boolean): ToolDraft {
  const list = listAt(draft, "image_list");
  return writePath(
    draft,
    "image_list",
    list.filter((item) => isKept(isRecord(item) ? item.type : undefined)),
  );
}
