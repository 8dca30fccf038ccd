import type { Localized } from "#lib/shared/localized.ts";
import type { Violation } from "../../violation.ts";
import { ignored, limit, missing } from "./field-rules.ts";
import { fittedSeconds } from "./shot-seconds.ts";

type ShotFields = {
  readonly prompt?: string | undefined;
  readonly multi_shot?: boolean | undefined;
  readonly shot_type?: "customize" | "intelligence" | undefined;
  readonly multi_prompt?:
    | readonly { readonly index: number; readonly prompt: string; readonly duration: string }[]
    | undefined;
  readonly duration: string;
};

export type Shots = "none" | "customize" | "intelligence";

/** How the clip is cut. `customize` without shots is one shot with its prompt (§10.5 #9). */
export function shotsOf({ multi_shot, shot_type, multi_prompt }: ShotFields): Shots {
  if (multi_shot !== true || shot_type === undefined) return "none";
  return shot_type === "customize" && multi_prompt === undefined ? "none" : shot_type;
}

export type ShotOptions = {
  /** The task has a length of its own and `duration` means nothing: the shots need not add up to it. */
  readonly isDurationIgnored?: boolean;
};

/** Fields of several shots among each other (off-26 §3.1). */
export function shotViolations(
  request: ShotFields,
  { isDurationIgnored = false }: ShotOptions = {},
): readonly Violation[] {
  const { multi_shot, shot_type, multi_prompt } = request;
  if (multi_shot !== true) {
    return [
      ...(shot_type === undefined ? [] : [ignored("shot_type", MESSAGES.not_multi_shot)]),
      ...(multi_prompt === undefined ? [] : [ignored("multi_prompt", MESSAGES.not_multi_shot)]),
    ];
  }
  if (shot_type === undefined) return [missing("shot_type", MESSAGES.shot_type)];
  if (shot_type === "intelligence")
    return multi_prompt === undefined ? [] : [ignored("multi_prompt", MESSAGES.intelligence)];
  if (multi_prompt === undefined) return [ignored("multi_shot", MESSAGES.single_shot)];
  return [
    ...(request.prompt === undefined ? [] : [ignored("prompt", MESSAGES.prompt)]),
    ...numberViolations(multi_prompt),
    ...(isDurationIgnored ? [] : lengthViolations(request, multi_prompt)),
  ];
}

type Shot = NonNullable<ShotFields["multi_prompt"]>[number];

function numberViolations(shots: readonly Shot[]): readonly Violation[] {
  const given = shots.map(({ index }) => index).sort((a, b) => a - b);
  if (given.every((index, at) => index === at + 1)) return [];
  return [limit("multi_prompt", "shot_index", MESSAGES.index)];
}

function lengthViolations({ duration }: ShotFields, shots: readonly Shot[]): readonly Violation[] {
  const seconds = shots.reduce((sum, shot) => sum + Number(shot.duration), 0);
  if (seconds === Number(duration)) return [];
  const found = limit("multi_prompt", "shot_durations", {
    zh: `各镜头共 ${seconds} 秒，须等于视频时长 ${duration} 秒`,
    en: `The shots take ${seconds} s together and must take the ${duration} s of the clip`,
  });
  return [{ ...found, fix: fittingFix(shots, Number(duration)) }];
}

/** As many shots in as many seconds as the clip has; none where it has fewer seconds than shots. */
function fittingFix(shots: readonly Shot[], total: number): Violation["fix"] {
  const lengths = shots.map((shot) => Number(shot.duration));
  const fitted = fittedSeconds(lengths, total);
  if (fitted === null) return undefined;
  return {
    label: { zh: `调整为共 ${total} 秒`, en: `Fit the shots to ${total} s` },
    patch: { multi_prompt: shots.map((shot, at) => ({ ...shot, duration: String(fitted[at]) })) },
  };
}

const MESSAGES = {
  not_multi_shot: { zh: "未开启多镜头，此项不起作用", en: "Without multi_shot this has no effect" },
  shot_type: { zh: "多镜头需要选择分镜方式", en: "Choose how the shots are cut" },
  intelligence: {
    zh: "智能分镜不使用分镜提示词",
    en: "With intelligence the model cuts the shots; these prompts have no effect",
  },
  single_shot: {
    zh: "没有分镜提示词，按单镜头生成",
    en: "Without prompts for the shots this is a clip of one shot",
  },
  prompt: {
    zh: "自定义多镜头只使用分镜提示词",
    en: "The shots have prompts of their own; this one has no effect",
  },
  index: { zh: "镜头序号须从 1 开始连续编号", en: "Shots are numbered from 1 without gaps" },
} as const satisfies Record<string, Localized>;
