"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import { useWords } from "#components/ui/use-words.ts";
import { hasCarriedContent } from "#lib/kling/forms/carried.ts";
import { carryOver } from "#lib/kling/forms/carry-over.ts";
import { readDraft } from "#lib/kling/forms/read-draft.ts";
import type { ToolDraft } from "#lib/kling/forms/tool-draft.ts";
import { initialDraft, type ToolForm, writePatch } from "#lib/kling/forms/tool-form.ts";
import { takeHandedOver } from "./hand-over.ts";
import { hasToolContent, type ToolState } from "./tool-state.ts";
import type { ToolStore } from "./use-tool-draft.ts";

/**
 * Fills the draft from an old task, also from `?from=` in the address, or with what the tool before left for this one. A
 * draft that holds something already is not touched by the latter: it is offered instead.
 */
export function useToolSettings(form: ToolForm, store: ToolStore): (taskId: string) => Promise<void> {
  const client = useQueryClient();
  const words = useWords();
  const t = useTranslations("create.oldSettings");
  const tCarry = useTranslations("create.carry");

  function fill(
    next: Pick<ToolState, "draft" | "known">,
    told: { title: string; description?: string },
  ): void {
    const before = store.read().state;
    store.dispatch({ type: "fill", draft: next.draft, known: next.known });
    const onPress = () => store.dispatch({ type: "restore", state: before });
    showToast({ ...told, action: { label: t("undo"), onPress } });
  }

  async function fillFrom(taskId: string): Promise<void> {
    try {
      const { readToolSettings } = await import("./read-tool-settings.ts");
      const old = await readToolSettings(client, form, taskId);
      if (old !== null) fill(old, { title: t("taken") });
    } catch {
      // Gone, not ours any more, or no network: whichever it is, the draft stays as it was.
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
  }

  const begin = useEffectEvent(() => {
    const address = new URL(window.location.href);
    const taskId = address.searchParams.get("from");
    const carried = takeHandedOver();
    if (taskId !== null) {
      window.history.replaceState(null, "", address.pathname);
      void fillFrom(taskId);
      return;
    }
    const asked = readDraft(form, draftAt(form, address.searchParams));
    if (asked !== null) {
      window.history.replaceState(null, "", address.pathname);
      fill({ draft: asked, known: {} }, { title: t("taken") });
      return;
    }
    if (carried === null || !hasCarriedContent(carried)) return;
    const over = carryOver(form, carried);
    const left = over.setAside.map(words).join(tCarry("separator"));
    const from = words(carried.from);
    const told = {
      title: tCarry("taken", { from }),
      ...(left !== "" && { description: tCarry("setAside", { what: left }) }),
    };
    if (!hasToolContent(form, store.read().state)) return fill(over, told);
    const action = { label: tCarry("take"), onPress: () => fill(over, told) };
    showToast({ title: tCarry("kept"), description: tCarry("offer", { from }), action });
  });
  useEffect(() => begin(), []);

  return fillFrom;
}

/** A draft that begins with what the address says; null when it says nothing of this form. */
function draftAt(form: ToolForm, params: URLSearchParams): ToolDraft | null {
  const places = Object.entries({ prompt: "prompt", ...form.address });
  const said = places.flatMap(([name, path]) => {
    const value = params.get(name);
    const isField = form.fields.some((field) => field.path === path);
    return value !== null && isField ? [[path, value] as const] : [];
  });
  return said.length === 0 ? null : writePatch(initialDraft(form), Object.fromEntries(said));
}
