import { EXPANSION_FIELDS } from "../expansion.ts";
import { expand } from "../kinds/expand.ts";
import { promptField, WATERMARK_FIELD } from "./common-fields.ts";
import { choice } from "./field.ts";
import { readPath, type ToolDraft } from "./tool-draft.ts";
import { defineForm } from "./tool-form.ts";

/** A quarter on each side: the frame is seen to be one, and there is room left to widen it. */
const INITIAL_RATIO = 0.25;

const PATHS = Object.values(EXPANSION_FIELDS);

/** A picture that goes on beyond its edges (off-25 §4.2). */
export const form = defineForm({
  kind: expand,
  intro: {
    title: { zh: "让画面向外延伸", en: "Beyond the edges" },
    text: {
      zh: "放入一张图片，拖动外框决定向外延伸多少。",
      en: "Put in a picture and drag the frame as far as it is to go on.",
    },
  },
  fields: [
    {
      type: "file",
      path: "image",
      media: "image",
      limit: "image",
      isRequired: true,
      label: { zh: "图片", en: "Picture" },
      hint: {
        zh: "放入后，拖动外框向外延伸。",
        en: "Then drag the frame as far as the picture is to go on.",
      },
      isElsewhere: hasPicture,
    },
    {
      type: "custom",
      instrument: "expand-frame",
      path: EXPANSION_FIELDS.up,
      paths: PATHS,
      place: "stage",
      label: { zh: "扩展范围", en: "Frame" },
      isElsewhere: (draft) => !hasPicture(draft),
    },
    promptField({
      placeholder: {
        zh: "描述延伸出来的部分（可选）…",
        en: "Describe what is beyond the edges (optional)…",
      },
    }),
    {
      // The same four in figures; the frame above is whose they are.
      type: "custom",
      instrument: "expand-numbers",
      path: EXPANSION_FIELDS.down,
      paths: [],
      label: { zh: "各边扩展", en: "Beyond each edge" },
    },
    choice("n"),
    WATERMARK_FIELD,
  ],
  initial: Object.fromEntries(PATHS.map((path) => [path, INITIAL_RATIO])),
});

function hasPicture(draft: ToolDraft): boolean {
  return readPath(draft, "image") !== undefined;
}
