import { findOwnFailure } from "#lib/contract/task-failures.ts";
import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { TaskFailure } from "#lib/contract/tasks.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import type { Localized } from "#lib/shared/localized.ts";
import type { StatusGroup } from "./task-filter.ts";

export const STATUS_NAMES: Readonly<Record<TaskStatus, Localized>> = {
  queued: { zh: "排队中", en: "Queued" },
  submitting: { zh: "提交中", en: "Submitting" },
  submitted: { zh: "已提交", en: "Submitted" },
  processing: { zh: "生成中", en: "Generating" },
  archiving: { zh: "保存中", en: "Saving" },
  succeeded: { zh: "已完成", en: "Ready" },
  failed: { zh: "失败", en: "Failed" },
  canceled: { zh: "已取消", en: "Canceled" },
  unknown: { zh: "待确认", en: "Unclear" },
};

export const STATUS_GROUP_NAMES: Readonly<Record<StatusGroup, Localized>> = {
  running: { zh: "进行中", en: "In progress" },
  succeeded: STATUS_NAMES.succeeded,
  failed: STATUS_NAMES.failed,
  canceled: STATUS_NAMES.canceled,
  unknown: STATUS_NAMES.unknown,
};

export type FailureWords = { readonly explain: Localized; readonly remedy: Localized };

/** What happened to a failed task and what to do, in plain words. */
export function failureWords({ code, retryable }: Pick<TaskFailure, "code" | "retryable">): FailureWords {
  const business = typeof code === "number" ? findBusinessCode(code) : undefined;
  if (business) {
    // "Is retried by itself" is true while the task is under way; once it has failed, a person has to ask.
    return { explain: business.explain, remedy: business.retryable ? TRY_AGAIN : business.remedy };
  }
  return findOwnFailure(code) ?? { explain: NOT_MADE, remedy: retryable ? TRY_AGAIN : CHANGE_FIRST };
}

const NOT_MADE: Localized = { zh: "视频未能生成", en: "The clip could not be made" };
const TRY_AGAIN: Localized = { zh: "可以直接重试", en: "Try again; the same request may work now" };
const CHANGE_FIRST: Localized = { zh: "请修改后重新提交", en: "Change the request, then submit it again" };
