import type { Localized } from "#lib/shared/localized.ts";
import type { Violation } from "../../violation.ts";
import { limit } from "./field-rules.ts";

/** How a prompt names what is attached: `<<<image_1>>>`, counted from 1 in the list of that name (api-reference §1.8). */
const REFERENCE = /<<<(image|element|video|voice)_(\d{1,4})>>>/g;

export type ReferenceType = "image" | "element" | "video" | "voice";

export type PromptReference = { readonly type: ReferenceType; readonly number: number };

export function referencesIn(text: string): readonly PromptReference[] {
  return [...text.matchAll(REFERENCE)].map(([, type, number]) => ({
    // The expression matches nothing else.
    type: type as ReferenceType,
    number: Number(number),
  }));
}

/** How many of each are attached; a type that is left out is not judged. */
export type Attached = Readonly<Partial<Record<ReferenceType, number>>>;

/** References to what is not there, in any of the texts, by the path of each text. */
export function referenceViolations(
  texts: readonly { readonly path: string; readonly text: string | undefined }[],
  attached: Attached,
): readonly Violation[] {
  return texts.flatMap(({ path, text = "" }) =>
    referencesIn(text)
      .filter(({ type, number }) => number < 1 || number > (attached[type] ?? Number.POSITIVE_INFINITY))
      .map(({ type, number }) => limit(path, "reference_unattached", messageFor(type, number))),
  );
}

const NAMES: Readonly<Record<ReferenceType, Localized>> = {
  image: { zh: "图片", en: "picture" },
  element: { zh: "主体", en: "element" },
  video: { zh: "视频", en: "video" },
  voice: { zh: "音色", en: "voice" },
};

function messageFor(type: ReferenceType, number: number): Localized {
  const name = NAMES[type];
  return {
    zh: `提示词引用了不存在的${name.zh} <<<${type}_${number}>>>`,
    en: `The prompt refers to a ${name.en} that is not attached: <<<${type}_${number}>>>`,
  };
}

/** The prompt and the prompts of the shots, with their paths. */
export function promptTexts({
  prompt,
  multi_prompt = [],
}: {
  readonly prompt?: string | undefined;
  readonly multi_prompt?: readonly { readonly prompt: string }[] | undefined;
}): readonly { readonly path: string; readonly text: string | undefined }[] {
  return [
    { path: "prompt", text: prompt },
    ...multi_prompt.map((shot, index) => ({ path: `multi_prompt[${index}].prompt`, text: shot.prompt })),
  ];
}
