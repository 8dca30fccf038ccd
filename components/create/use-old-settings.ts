"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import {
  type CreateAction,
  type CreateState,
  hasContent,
  PICTURE_SLOTS,
  type PictureSlot,
} from "./create-state.ts";

type Setup = { readonly read: () => CreateState; readonly dispatch: (action: CreateAction) => void };

/** Fills the draft from an old task, also from `?from=` and `?prompt=` in the address. What was there can be had back. */
export function useOldSettings({ read, dispatch }: Setup): (taskId: string) => Promise<void> {
  const client = useQueryClient();
  const t = useTranslations("create.oldSettings");
  const problemText = useProblemText();

  function replace(action: CreateAction, title: string): void {
    const before = read();
    dispatch(action);
    const undo = { label: t("undo"), onPress: () => dispatch({ type: "restore", state: before }) };
    showToast({ title, ...(hasContent(before) && { action: undo }) });
  }

  async function fillFrom(taskId: string): Promise<void> {
    try {
      const task = await client.fetchQuery(taskQuery(taskId));
      replace({ type: "use-request", request: task.request, sizes: sizesOf(task) }, t("taken"));
    } catch (problem) {
      showToast({ title: t("failed"), description: problemText(problem).title, tone: "danger" });
    }
  }

  const readAddress = useEffectEvent(() => {
    const address = new URL(window.location.href);
    const taskId = address.searchParams.get("from");
    const prompt = address.searchParams.get("prompt");
    if (taskId === null && prompt === null) return;
    window.history.replaceState(null, "", address.pathname);
    if (taskId !== null) void fillFrom(taskId);
    else if (prompt !== null) replace({ type: "edit", patch: { prompt } }, t("promptTaken"));
  });
  useEffect(() => readAddress(), []);

  return fillFrom;
}

function sizesOf({ inputs }: TaskDetail): Partial<Record<PictureSlot, ImageSize>> {
  const known = PICTURE_SLOTS.flatMap((slot) => {
    const input = inputs.find(({ role }) => role === slot);
    return input ? [[slot, { widthPx: input.widthPx, heightPx: input.heightPx }] as const] : [];
  });
  return Object.fromEntries(known);
}
