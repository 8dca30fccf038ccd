import { AppError } from "#lib/shared/errors.ts";
import { wordsOf } from "../refusal-words.ts";

/** What a file is said to be, before anybody looked at it. MP4 and MOV are one family, of which the content tells the member. */
export type DeclaredType = {
  readonly mime: string;
  readonly family: "image" | "video" | "audio";
};

/** Types that are taken, with the names that browsers and systems give them. */
const TYPES: readonly (DeclaredType & {
  readonly endings: readonly string[];
  readonly aliases: readonly string[];
})[] = [
  { mime: "image/jpeg", family: "image", endings: ["jpg", "jpeg"], aliases: ["image/jpg", "image/pjpeg"] },
  { mime: "image/png", family: "image", endings: ["png"], aliases: ["image/x-png"] },
  { mime: "video/mp4", family: "video", endings: ["mp4", "m4v"], aliases: ["video/x-m4v", "video/mpeg4"] },
  { mime: "video/quicktime", family: "video", endings: ["mov", "qt"], aliases: [] },
  {
    mime: "audio/mpeg",
    family: "audio",
    endings: ["mp3"],
    aliases: ["audio/mp3", "audio/x-mp3", "audio/mpeg3"],
  },
  {
    mime: "audio/wav",
    family: "audio",
    endings: ["wav"],
    aliases: ["audio/x-wav", "audio/wave", "audio/vnd.wave"],
  },
  { mime: "audio/mp4", family: "audio", endings: ["m4a"], aliases: ["audio/x-m4a", "audio/m4a"] },
  {
    mime: "audio/aac",
    family: "audio",
    endings: ["aac"],
    aliases: ["audio/x-aac", "audio/aacp", "audio/x-hx-aac-adts"],
  },
];

/** What a sender says who does not know. */
const SILENT: readonly string[] = ["", "application/octet-stream", "binary/octet-stream"];

/**
 * What name and declared type agree on; either may be silent, not both.
 * @throws AppError unsupported_media_type with `details.reason` "unknown_type" or "mismatch"
 */
export function declaredTypeOf({
  name,
  type,
}: {
  readonly name: string;
  readonly type: string;
}): DeclaredType {
  const mime = type.split(";")[0]?.trim().toLowerCase() ?? "";
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const byName = TYPES.find(({ endings }) => ending !== undefined && endings.includes(ending));
  const byType = TYPES.find((it) => it.mime === mime || it.aliases.includes(mime));
  if (byType === undefined && !SILENT.includes(mime)) throw refusal("unknown_type");
  if (ending !== undefined && byName === undefined) throw refusal("unknown_type");
  const found = byType ?? byName;
  if (found === undefined) throw refusal("unknown_type");
  if (byName !== undefined && !mayBe(byName, found)) throw refusal("mismatch");
  const { family } = found;
  return { mime: found.mime, family };
}

/** Whether one may be named as the other: containers of one family are told apart by their content. */
export function mayBe(one: DeclaredType, other: DeclaredType): boolean {
  return one.mime === other.mime || (one.family === "video" && other.family === "video");
}

function refusal(reason: "unknown_type" | "mismatch"): AppError {
  const words = wordsOf(reason);
  return new AppError("unsupported_media_type", words.en, { details: { reason, words } });
}
