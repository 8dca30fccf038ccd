"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Asset } from "#lib/contract/assets.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import type { Picture, PictureSlot } from "../create-state.ts";
import type { OpenedPicture, Unreadable } from "./open-picture.ts";

/** A picture that upstream takes, with an address under which this page can show it before it is stored. */
export type FitPicture = {
  readonly file: Blob;
  readonly name: string;
  readonly size: ImageSize;
  readonly previewUrl: string;
};

/** What is going on in a slot beside the picture that the draft holds already. */
export type SlotWork =
  | { readonly step: "idle" }
  | { readonly step: "opening"; readonly name: string }
  | { readonly step: "unreadable"; readonly name: string; readonly why: Unreadable }
  | { readonly step: "unfit"; readonly picture: OpenedPicture }
  | { readonly step: "sending"; readonly picture: FitPicture; readonly share: number }
  | { readonly step: "unsent"; readonly picture: FitPicture; readonly problem: unknown };

export type SlotWorks<Slot extends string = PictureSlot> = Readonly<Record<Slot, SlotWork>>;

export type PictureIntake<Slot extends string = PictureSlot> = {
  readonly works: SlotWorks<Slot>;
  readonly take: (slot: Slot, file: File) => void;
  /** Stores a picture that is known to fit, e.g. one that was just cut. */
  readonly send: (slot: Slot, picture: Omit<FitPicture, "previewUrl">) => void;
  readonly retry: (slot: Slot) => void;
  readonly cancel: (slot: Slot) => void;
};

/** Takes files in: opens, checks and stores them, one at a time for each slot; a newer file replaces an older one. */
export function usePictureIntake<Slot extends string>(
  slots: readonly Slot[],
  onStored: (slot: Slot, picture: Picture, asset: Asset) => void,
): PictureIntake<Slot> {
  const [works, setWorks] = useState(() => nothingGoingOn(slots));
  const controllers = useRef<Partial<Record<Slot, AbortController>>>({});

  function begin(slot: Slot): { signal: AbortSignal; show: (work: SlotWork) => void } {
    controllers.current[slot]?.abort();
    const controller = new AbortController();
    controllers.current[slot] = controller;
    const { signal } = controller;
    return { signal, show: (work) => !signal.aborted && setWorks((all) => replaceWork(all, slot, work)) };
  }

  async function take(slot: Slot, file: File): Promise<void> {
    const { signal, show } = begin(slot);
    show({ step: "opening", name: file.name });
    const { openPicture } = await import("./open-picture.ts"); // loaded with the first picture
    const opened = await openPicture(file);
    if (signal.aborted) return;
    if (typeof opened === "string") return show({ step: "unreadable", name: file.name, why: opened });
    if (!opened.fits) return show({ step: "unfit", picture: opened });
    await store(slot, withPreview(opened));
  }

  async function store(slot: Slot, picture: FitPicture): Promise<void> {
    const { signal, show } = begin(slot);
    const { file, name, size } = picture;
    show({ step: "sending", picture, share: 0 });
    try {
      const onProgress = (share: number) => show({ step: "sending", picture, share });
      const { uploadAsset } = await import("#lib/client/assets.ts"); // loaded with the first picture
      const asset = await uploadAsset({ file, name, signal, onProgress });
      if (signal.aborted) return;
      const { widthPx, heightPx } = asset;
      onStored(slot, { assetId: asset.id, size: widthPx && heightPx ? { widthPx, heightPx } : size }, asset);
      show({ step: "idle" });
    } catch (problem) {
      show({ step: "unsent", picture, problem });
    }
  }

  function retry(slot: Slot): void {
    const work = works[slot];
    if (work.step === "unsent") void store(slot, work.picture);
  }

  const retryAll = useEffectEvent(() => slots.forEach(retry));
  useEffect(() => {
    const controller = new AbortController();
    window.addEventListener("online", () => retryAll(), { signal: controller.signal });
    return () => controller.abort();
  }, []);

  return {
    works,
    take: (slot, file) => void take(slot, file),
    send: (slot, picture) => void store(slot, withPreview(picture)),
    retry,
    cancel: (slot) => begin(slot).show({ step: "idle" }),
  };
}

function nothingGoingOn<Slot extends string>(slots: readonly Slot[]): SlotWorks<Slot> {
  const idle = slots.map((slot) => [slot, { step: "idle" }] as const);
  return Object.fromEntries(idle) as unknown as SlotWorks<Slot>; // one entry for each slot, as the type says
}

/** Gives the memory of a preview back as soon as its picture leaves the slot. */
function replaceWork<Slot extends string>(all: SlotWorks<Slot>, slot: Slot, work: SlotWork): SlotWorks<Slot> {
  const previous = previewOf(all[slot]);
  if (previous !== undefined && previous !== previewOf(work)) URL.revokeObjectURL(previous);
  return { ...all, [slot]: work };
}

function previewOf(work: SlotWork): string | undefined {
  return work.step === "sending" || work.step === "unsent" ? work.picture.previewUrl : undefined;
}

function withPreview({ file, name, size }: Omit<FitPicture, "previewUrl">): FitPicture {
  return { file, name, size, previewUrl: URL.createObjectURL(file) };
}
