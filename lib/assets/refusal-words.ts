import type { MediaFailure } from "#lib/media/media-error.ts";
import type { Localized } from "#lib/shared/localized.ts";

/** Why a file is not taken in: what its content was found to be, or what the upload itself did wrong. */
export type RefusalReason =
  | MediaFailure
  | "unknown_type"
  | "mismatch"
  | "too_large"
  | "empty"
  | "too_many_uploads"
  | "team_quota";

/** What happened and what to do next, for people; travels in `details.words`, so that every client can say it. */
const WORDS: Readonly<Record<RefusalReason, Localized>> = {
  unknown_type: {
    zh: "不支持这种文件。请使用 JPEG、PNG、MP4、MOV、MP3、WAV、M4A 或 AAC。",
    en: "This kind of file is not taken. Use JPEG, PNG, MP4, MOV, MP3, WAV, M4A or AAC.",
  },
  mismatch: {
    zh: "文件内容与它的名称或类型不符。请用它真正的类型重新保存后再上传。",
    en: "The file is not what its name or type says. Save it anew as what it is, then upload it again.",
  },
  too_large: {
    zh: "文件过大：图片不超过 10 MB，视频和音频不超过 200 MB。请压缩后再上传。",
    en: "The file is too large: pictures may have 10 MB, videos and sounds 200 MB. Make it smaller and upload it again.",
  },
  empty: {
    zh: "文件是空的。请检查原文件后重新选择。",
    en: "The file is empty. Look at the original and choose it again.",
  },
  too_many_uploads: {
    zh: "团队中未完成的上传过多。请等一部分完成，或取消一些后再试。",
    en: "The team has too many unfinished uploads. Wait for some to finish, or give some up.",
  },
  team_quota: {
    zh: "团队的素材空间已用完。请删除不再需要的素材后再上传。",
    en: "The team's room for uploads is used up. Delete files that are no longer needed, then upload again.",
  },
  unfit: {
    zh: "视频的尺寸、时长、帧率或编码超出可用范围。请用 H.264/AAC 重新导出，边长不超过 8192 像素，时长不超过 10 分钟。",
    en: "The video's size, length, frame rate or codec is beyond what can be used. Export it as H.264 with AAC, at most 8192 px a side and 10 minutes.",
  },
  not_an_image: {
    zh: "这不是 JPEG 或 PNG 图片。请换一张，或另存为 JPEG 或 PNG。",
    en: "This is neither a JPEG nor a PNG picture. Choose another, or save it as JPEG or PNG.",
  },
  convert: {
    zh: "不支持这种图片格式。请另存为 JPEG 或 PNG 后再上传。",
    en: "Pictures of this format are not taken. Save it as JPEG or PNG, then upload it again.",
  },
  animated: {
    zh: "不支持动图。请保存其中一帧后再上传。",
    en: "Animated pictures are not taken. Save one frame of it, then upload that.",
  },
  too_many_pixels: {
    zh: "图片超过 5000 万像素。请缩小后再上传。",
    en: "The picture has more than 50 megapixels. Make it smaller, then upload it again.",
  },
  damaged: {
    zh: "文件已损坏或不完整。请检查原文件后重新上传。",
    en: "The file is damaged or incomplete. Look at the original, then upload it again.",
  },
  undecodable: {
    zh: "文件无法解码。请重新导出后再上传。",
    en: "The file cannot be decoded. Export it anew, then upload it again.",
  },
  too_hard: {
    zh: "处理这个文件所需的资源超出限制。请缩小或重新导出后再上传。",
    en: "To process this file takes more than a file may take. Make it smaller or export it anew.",
  },
  not_a_video: {
    zh: "这不是可读取的 MP4 或 MOV 视频。请用 H.264 重新导出后再上传。",
    en: "This is not a readable MP4 or MOV video. Export it as H.264, then upload it again.",
  },
  not_audio: {
    zh: "这不是可读取的 MP3、WAV、M4A 或 AAC 音频。请重新导出后再上传。",
    en: "This is not a readable MP3, WAV, M4A or AAC sound. Export it anew, then upload it again.",
  },
  unavailable: {
    zh: "暂时无法处理文件，文件已保留。请稍后重试。",
    en: "The file cannot be processed right now; it is kept. Try again in a moment.",
  },
  aborted: {
    zh: "处理已中断，文件已保留。请重试。",
    en: "The processing was interrupted; the file is kept. Try again.",
  },
};

export function wordsOf(reason: RefusalReason): Localized {
  return WORDS[reason];
}

export function isRefusalReason(reason: unknown): reason is RefusalReason {
  return typeof reason === "string" && Object.hasOwn(WORDS, reason);
}
