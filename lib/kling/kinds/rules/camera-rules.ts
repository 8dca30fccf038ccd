import type { Localized } from "#lib/shared/localized.ts";
import type { Text2VideoRequest } from "../../requests/text2video.ts";
import type { Violation } from "../../violation.ts";
import { limit, missing } from "./field-rules.ts";

type Camera = Text2VideoRequest["camera_control"];

/** `config` only with `simple`, and there exactly one movement (off-26 §3.1a). */
export function cameraViolations(camera: Camera): readonly Violation[] {
  if (camera === undefined) return [];
  const { type, config } = camera;
  if (type !== "simple")
    return config === undefined ? [] : [limit("camera_control.config", "camera_config", MESSAGES.preset)];
  if (config === undefined) return [missing("camera_control.config", MESSAGES.config)];
  const moves = Object.values(config).filter((value) => value !== 0);
  return moves.length === 1 ? [] : [limit("camera_control.config", "camera_moves", MESSAGES.one_move)];
}

const MESSAGES = {
  preset: { zh: "预设运镜不能带运镜参数", en: "A ready-made movement takes no config" },
  config: { zh: "简单运镜需要运镜参数", en: "A simple movement needs its config" },
  one_move: {
    zh: "六个运镜参数中须有且只有一个不为 0",
    en: "Exactly one of the six movements must not be 0",
  },
} as const satisfies Record<string, Localized>;
