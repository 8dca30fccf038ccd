"use client";

import { lazy, Suspense } from "react";
import type { PictureSlot } from "../create-state.ts";
import { PICTURE_SLOTS } from "../create-state.ts";
import type { PictureIntake } from "./use-picture-intake.ts";

/** Rarely needed, and heavier than the page: loaded when a picture has to be put right or looked for. */
const PictureFixer = lazy(async () => ({ default: (await import("./picture-fixer.tsx")).PictureFixer }));
const AssetPicker = lazy(async () => ({ default: (await import("./asset-picker.tsx")).AssetPicker }));

type Props = {
  intake: PictureIntake;
  /** The slot that an earlier picture is being looked for; null when nobody looks. */
  pickingFor: PictureSlot | null;
  onPicked: (
    slot: PictureSlot,
    asset: { id: string; size: { widthPx: number; heightPx: number } | null },
  ) => void;
  onPickEnd: () => void;
};

/** The dialogs around pictures. */
export function PictureDialogs({ intake, pickingFor, onPicked, onPickEnd }: Props) {
  const slot = PICTURE_SLOTS.find((candidate) => intake.works[candidate].step === "unfit");
  const work = slot && intake.works[slot];
  return (
    <Suspense>
      {slot && work?.step === "unfit" && (
        <PictureFixer
          key={slot}
          picture={work.picture}
          onFixed={(picture) => intake.send(slot, picture)}
          onCancel={() => intake.cancel(slot)}
        />
      )}
      {pickingFor && (
        <AssetPicker
          onPicked={(asset) => onPicked(pickingFor, asset)}
          onFile={(file) => intake.take(pickingFor, file)}
          onClose={onPickEnd}
        />
      )}
    </Suspense>
  );
}
