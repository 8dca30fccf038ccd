import type { Localized } from "#lib/shared/localized.ts";
import { MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { MediaLimit } from "../media-limits.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { ElementsField, FileField, FlagField, PromptField, ResultField } from "./field.ts";
import { readPath } from "./tool-draft.ts";

/** Fields that many kinds share, in the words that people know them by. */

/** The prompt of most kinds. */
export function promptField(options: Pick<PromptField, "placeholder"> & Partial<PromptField>): PromptField {
  return {
    type: "prompt",
    path: "prompt",
    label: { zh: "提示词", en: "Prompt" },
    maxCharacters: MAX_PROMPT_CHARACTERS,
    ...options,
  };
}

export function negativePromptField(options: Partial<PromptField> = {}): PromptField {
  return {
    type: "prompt",
    path: "negative_prompt",
    label: { zh: "反向提示词", en: "Negative prompt" },
    placeholder: { zh: "不希望出现的内容…", en: "What should not be in it…" },
    maxCharacters: MAX_PROMPT_CHARACTERS,
    ...options,
  };
}

export function elementsField(options: Pick<ElementsField, "max"> & Partial<ElementsField>): ElementsField {
  return {
    type: "elements",
    path: "element_list",
    axis: "elements",
    label: { zh: "主体", en: "Elements" },
    ...options,
  };
}

/** A mark on the result, beside a copy without it (off-26 §1.8). */
export const WATERMARK_FIELD: FlagField = {
  type: "flag",
  path: "watermark_info.enabled",
  label: { zh: "添加水印", en: "Watermark" },
  on: true,
};

type EitherOptions = {
  readonly media: "video" | "audio";
  readonly limit: MediaLimit;
  /** Where the file stands, and where the id of a result does: upstream takes exactly one of the two. */
  readonly paths: { readonly file: string; readonly result: string };
  readonly label: Localized;
  readonly hint?: Localized;
  readonly madeBy?: readonly TaskKind[];
} & Pick<FileField, "when">;

/** A file, or the result of an earlier task under the name that upstream has for it; once one is given, the other is gone. */
export function fileOrResult(options: EitherOptions): readonly [FileField, ResultField] {
  const { media, limit, paths, label, hint, madeBy, when = () => true } = options;
  return [
    {
      type: "file",
      path: paths.file,
      media,
      limit,
      label,
      isRequired: true,
      ...(hint && { hint }),
      when: (draft) => when(draft) && readPath(draft, paths.result) === undefined,
    },
    {
      type: "result",
      path: paths.result,
      media,
      limit,
      label: media === "video" ? EARLIER_CLIP : EARLIER_SOUND,
      hint: INSTEAD_OF_FILE,
      ...(madeBy && { madeBy }),
      // Of both, which only an old request can name, this one is taken.
      when: (draft) =>
        when(draft) &&
        (readPath(draft, paths.file) === undefined || readPath(draft, paths.result) !== undefined),
    },
  ];
}

const EARLIER_CLIP: Localized = { zh: "已生成的视频", en: "A clip made here" };
const EARLIER_SOUND: Localized = { zh: "已合成的语音", en: "Speech made here" };
const INSTEAD_OF_FILE: Localized = {
  zh: "代替文件：直接引用，无需再次上传。",
  en: "Instead of a file: upstream takes it as its own, and nothing is sent again.",
};
