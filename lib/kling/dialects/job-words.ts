import type { Dialect } from "../endpoints.ts";
import type { NativeError } from "./native-envelope.ts";

/** Native fields that a client of a gateway dialect knows by another name (S002, S003). */
const WORDS: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  native: {},
  unified: { model_name: "model", duration: "seconds" },
  generations: {
    model_name: "model",
    mode: "model",
    sound: "model",
    image_tail: "last_image",
    negative_prompt: "extra_body.negative_prompt",
    cfg_scale: "extra_body.cfg_scale",
    element_list: "extra_body.element_list",
    multi_shot: "extra_body.shot_type",
    shot_type: "extra_body.shot_type",
    multi_prompt: "extra_body.multi_prompt",
  },
};

type FieldError = NativeError & { readonly field?: string | undefined };

/** A refusal of the native decoder or of a rule, `field: what is wrong`, with the field as this dialect's client wrote it. */
export function inWordsOf(dialect: Dialect, error: FieldError): FieldError {
  const [, path, rest] = /^([a-z_]+(?:[[.][\w[\].]*)?)(: .*)$/s.exec(error.message) ?? [];
  if (path === undefined || rest === undefined) return error;
  const field = rename(path, WORDS[dialect]);
  return { ...error, message: `${field}${rest}`, field };
}

function rename(path: string, words: Readonly<Record<string, string>>): string {
  return path.replace(/^\w+/, (name) => (Object.hasOwn(words, name) ? words[name] : undefined) ?? name);
}
