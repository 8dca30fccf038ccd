"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { assetUrl, fetchAsset } from "#lib/client/assets.ts";
import { uploads } from "#lib/client/uploads/browser-uploads.ts";
import type { UploadEntry } from "#lib/client/uploads/upload-list.ts";
import { useUploadAt } from "#lib/client/uploads/use-uploads.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { FileProblem } from "#lib/kling/kinds/rules/file-rules.ts";
import { type FixObstacle, planFixes } from "#lib/kling/media-fixes/plan-fixes.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { OpenedFile, Unreadable } from "../opened-file.ts";

/** What is going on in a place before a file is on its way. */
export type SlotWork =
  | { readonly step: "idle" }
  | { readonly step: "opening"; readonly name: string }
  | { readonly step: "unreadable"; readonly name: string; readonly why: Unreadable }
  | {
      readonly step: "hopeless";
      readonly name: string;
      readonly problems: readonly FileProblem[];
      readonly obstacle: FixObstacle;
    }
  | { readonly step: "unfit"; readonly opened: OpenedFile };

type Setup = {
  /** Names the place, so that a file on its way finds it again after the form was left and entered. */
  readonly place: string;
  readonly limits: MediaLimits;
  readonly onAsset: (asset: Asset) => void;
};

export type FileSlotState = {
  readonly work: SlotWork;
  readonly upload: UploadEntry | null;
  readonly take: (file: File) => void;
  /** A file of the team; one that does not fit is fetched to be put right. */
  readonly takeAsset: (asset: Asset) => void;
  /** A file that is known to fit. */
  readonly send: (file: File) => void;
  readonly cancel: () => void;
};

/** Takes a file in: opens, judges and sends it; a newer one replaces an older one. */
export function useFileSlot({ place, limits, onAsset }: Setup): FileSlotState {
  const [work, setWork] = useState<SlotWork>({ step: "idle" });
  const upload = useUploadAt(place);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  function begin(): { signal: AbortSignal; show: (work: SlotWork) => void } {
    controller.current?.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    return { signal, show: (next) => !signal.aborted && setWork(next) };
  }

  async function take(file: File): Promise<void> {
    const { signal, show } = begin();
    show({ step: "opening", name: file.name });
    const { openFile } = await import("../open-file.ts"); // loaded with the first file
    const opened = await openFile(file, signal).catch((): Unreadable => "broken");
    if (signal.aborted) return;
    if (typeof opened === "string") return show({ step: "unreadable", name: file.name, why: opened });
    const verdict = planFixes(opened.facts, limits, { writes: opened.writes });
    if (verdict.fits) return send(opened.file);
    if ("plan" in verdict) return show({ step: "unfit", opened });
    const { problems, obstacle } = verdict;
    show({ step: "hopeless", name: opened.name, problems, obstacle });
  }

  async function takeAsset(asset: Asset): Promise<void> {
    if (planFixes(asset, limits, { writes: [] }).fits) {
      begin().show({ step: "idle" });
      return onAsset(asset);
    }
    const { signal, show } = begin();
    show({ step: "opening", name: asset.name });
    try {
      const bytes = await fetchAsset(assetUrl(asset.id, "content"), signal);
      await take(new File([bytes], asset.name, { type: asset.mime }));
    } catch {
      show({ step: "unreadable", name: asset.name, why: "broken" });
    }
  }

  function send(file: File): void {
    begin().show({ step: "idle" });
    if (upload !== null) uploads.cancel(upload.id);
    uploads.add({ file, name: file.name }, place);
  }

  const arrive = useEffectEvent((id: string, asset: Asset) => {
    uploads.dismiss(id);
    onAsset(asset);
  });
  const arrived = upload?.state.phase === "done" ? upload.state.asset : null;
  const id = upload?.id;
  useEffect(() => {
    if (arrived !== null && id !== undefined) arrive(id, arrived);
  }, [arrived, id]);

  return {
    work,
    upload,
    take: (file) => void take(file),
    takeAsset: (asset) => void takeAsset(asset),
    send,
    cancel: () => {
      begin().show({ step: "idle" });
      if (upload !== null) uploads.cancel(upload.id);
    },
  };
}
