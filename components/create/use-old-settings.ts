"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { findAsset } from "#lib/client/assets.ts";
import { type CreateAction, type CreateState, hasContent } from "./create-state.ts";

type Setup = {
  readonly owner: DrawingOwner;
  readonly read: () => CreateState;
  readonly dispatch: (action: CreateAction) => void;
  /** A drawing has changed behind the back of whoever shows it. */
  readonly onDrawn: () => void;
};

/** Fills the draft from an old task, also from `?from=`, `?asset=` and `?prompt=` in the address. What was there can be had back. */
export function useOldSettings({ owner, read, dispatch, onDrawn }: Setup): (taskId: string) => Promise<void> {
  const client = useQueryClient();
  const t = useTranslations("create.oldSettings");

  function replace(action: CreateAction, title: string, undraw = () => {}): void {
    const before = read();
    dispatch(action);
    const onPress = () => {
      undraw();
      onDrawn();
      dispatch({ type: "restore", state: before });
    };
    const undo = { label: t("undo"), onPress };
    showToast({ title, ...(hasContent(before) && { action: undo }) });
  }

  async function fillFrom(taskId: string): Promise<void> {
    try {
      const { readOldSettings } = await import("./read-old-settings.ts");
      const old = await readOldSettings(client, owner, taskId);
      if (old === null) return;
      onDrawn();
      replace(old.action, t("taken"), old.undraw);
    } catch {
      // Gone, not ours any more, or no network: whichever it is, the draft stays as it was.
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
  }

  async function takePicture(assetId: string): Promise<void> {
    try {
      const { widthPx, heightPx } = await findAsset(assetId);
      const size = widthPx === null || heightPx === null ? null : { widthPx, heightPx };
      replace({ type: "put-picture", slot: "image", picture: { assetId, size } }, t("pictureTaken"));
    } catch {
      // As above.
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
  }

  const readAddress = useEffectEvent(() => {
    const address = new URL(window.location.href);
    const taskId = address.searchParams.get("from");
    const prompt = address.searchParams.get("prompt");
    const assetId = address.searchParams.get("asset");
    if (taskId === null && prompt === null && assetId === null) return;
    window.history.replaceState(null, "", address.pathname);
    if (taskId !== null) void fillFrom(taskId);
    else if (assetId !== null) void takePicture(assetId);
    else if (prompt !== null) replace({ type: "edit", patch: { prompt } }, t("promptTaken"));
  });
  useEffect(() => readAddress(), []);

  return fillFrom;
}
