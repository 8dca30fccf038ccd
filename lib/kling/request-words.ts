import type { TaskRequest } from "./requests/request.ts";

/** The model of a request; `""` for kinds that let nobody choose one. */
export function modelOf(request: TaskRequest): string {
  if ("model_name" in request) return request.model_name;
  return request.kind === "effects" ? (request.input.model_name ?? "") : "";
}

/** The words by which people find a task again: its prompt, or what stands for one in its kind. */
export function promptOf(request: TaskRequest): string {
  switch (request.kind) {
    case "lip-sync":
      return request.input.text ?? "";
    case "tts":
      return request.text;
    case "effects":
      return request.effect_scene;
    case "video-to-audio":
      return request.sound_effect_prompt ?? request.bgm_prompt ?? "";
    case "custom-elements":
    case "advanced-custom-elements":
      return request.element_name;
    case "custom-voices":
      return request.voice_name;
    case "identify-face":
    case "init-selection":
    case "image-recognize":
    case "ai-multi-shot":
    case "virtual-try-on":
    case "advanced-lip-sync":
      return "";
    case "text2video":
    case "image2video":
    case "omni-video":
      return request.prompt ?? storyOf(request);
    default:
      return request.prompt ?? "";
  }
}

/** The first shot of several stands for all of them. */
function storyOf({
  multi_prompt,
}: {
  readonly multi_prompt?: readonly { readonly prompt: string }[] | undefined;
}): string {
  return multi_prompt?.[0]?.prompt ?? "";
}
