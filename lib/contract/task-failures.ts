import type { Localized } from "#lib/shared/localized.ts";

/**
 * Failures that are ours and not the provider's, which have codes in lib/kling/codes.ts. `explain` says what happened,
 * `remedy` what to do about it.
 */
export const OWN_FAILURES = {
  generation_failed: {
    explain: { zh: "服务商未能生成视频", en: "The provider could not make the clip" },
    remedy: { zh: "可以重试，或修改提示词后重新提交", en: "Try again, or change the prompt first" },
  },
  connection_unavailable: {
    explain: { zh: "任务使用的连接已停用", en: "The task's connection is switched off" },
    remedy: {
      zh: "请启用该连接或换一个连接后重试",
      en: "Switch it on, or choose another one, and try again",
    },
  },
  outcome_unknown: {
    explain: {
      zh: "提交后没有收到答复，无法确认服务商是否已开始生成",
      en: "No answer came back, and whether the provider started is not known",
    },
    remedy: {
      zh: "可能已经扣费。请再查一次，或决定如何处理",
      en: "It may have been charged. Check again, or decide what became of it",
    },
  },
  marked_failed: {
    explain: {
      zh: "结果不明，已由成员标记为失败",
      en: "Its outcome was unknown, and somebody marked it as failed",
    },
    remedy: { zh: "可以重新提交", en: "Order it again if it is still wanted" },
  },
  output_unusable: {
    explain: {
      zh: "视频已生成，但文件无法下载或已损坏",
      en: "The clip was made, but its file is gone or damaged",
    },
    remedy: {
      zh: "可以重新取回文件，不会扣费；若仍失败，再重新提交",
      en: "Fetch the file again, which costs nothing; if that fails, order it anew",
    },
  },
} as const satisfies Record<string, { readonly explain: Localized; readonly remedy: Localized }>;

export type OwnFailureCode = keyof typeof OWN_FAILURES;

/** Undefined for a code of the provider's. */
export function findOwnFailure(code: number | string): (typeof OWN_FAILURES)[OwnFailureCode] | undefined {
  return Object.entries(OWN_FAILURES).find(([name]) => name === code)?.[1];
}
