"use client";

import { lazy, Suspense } from "react";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { FileSlotState } from "../slot/use-file-slot.ts";

const AssetPicker = lazy(async () => ({ default: (await import("./asset-picker.tsx")).AssetPicker }));
const CameraDialog = lazy(async () => ({ default: (await import("./camera-dialog.tsx")).CameraDialog }));
const SoundDialog = lazy(async () => ({ default: (await import("./sound-dialog.tsx")).SoundDialog }));

export type SourceName = "earlier" | "camera" | "sound";

type Props = {
  source: SourceName;
  limits: MediaLimits;
  slot: FileSlotState;
  onClose: () => void;
};

/** Where a file comes from that is no file of this device yet. */
export function SourceDialog({ source, limits, slot, onClose }: Props) {
  const take = (file: File) => {
    onClose();
    slot.take(file);
  };
  const takeAsset: FileSlotState["takeAsset"] = (asset) => {
    onClose();
    slot.takeAsset(asset);
  };
  return (
    <Suspense>
      {source === "earlier" && <AssetPicker type={limits.type} onPicked={takeAsset} onClose={onClose} />}
      {source === "camera" && (
        <CameraDialog isFilm={limits.type === "video"} onTaken={take} onClose={onClose} />
      )}
      {source === "sound" && <SoundDialog onTaken={take} onClose={onClose} />}
    </Suspense>
  );
}
