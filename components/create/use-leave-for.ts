"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import { useWords } from "#components/ui/use-words.ts";
import type { ToolKind } from "#lib/client/create-link.ts";
import { type CreateAction, type CreateState, hasContent } from "./create-state.ts";
import { takeHandedOver } from "./tool/hand-over.ts";
import { pathOfKind } from "./tools.ts";

/** Goes to a tool that has a screen of its own, with what fits there; and takes in what such a tool left for this one. */
export function useLeaveFor(dispatch: (action: CreateAction) => void, read: () => CreateState) {
  const router = useRouter();
  const words = useWords();
  const t = useTranslations("create");

  const begin = useEffectEvent(async () => {
    const carried = takeHandedOver();
    if (carried === null) return;
    const { takeIntoClip } = await import("./tool/take-into-clip.ts"); // with the forms' own part, for those who come from one
    const before = read();
    const taken = takeIntoClip(before, carried);
    if (taken === null) return;
    const from = words(carried.from);
    const what = taken.setAside.map(words).join(t("carry.separator"));
    const told = {
      title: t("carry.taken", { from }),
      ...(what !== "" && { description: t("carry.setAside", { what }) }),
    };
    const take = () => {
      dispatch({ type: "restore", state: taken.state });
      const onPress = () => dispatch({ type: "restore", state: before });
      showToast({ ...told, action: { label: t("oldSettings.undo"), onPress } });
    };
    if (!hasContent(before)) return take();
    const action = { label: t("carry.take"), onPress: take };
    showToast({ title: t("carry.kept"), description: t("carry.offer", { from }), action });
  });
  useEffect(() => void begin(), []);

  return async (tool: ToolKind, state: CreateState): Promise<void> => {
    const { leaveFromClip } = await import("./tool/take-into-clip.ts");
    leaveFromClip(state);
    router.push(pathOfKind(tool));
  };
}
