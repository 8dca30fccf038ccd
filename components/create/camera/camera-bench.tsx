"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { CameraPanel } from "#components/motion/camera/camera-panel.tsx";
import { CameraPreview } from "#components/motion/camera/camera-preview.tsx";
import { samplePicture } from "#components/motion/camera/sample-picture.ts";
import { useLoadedPicture } from "#components/motion/camera/use-loaded-picture.ts";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { CameraType } from "#lib/kling/camera.ts";
import { cameraControlOf, type Draft } from "#lib/kling/draft.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { Choice } from "#lib/kling/options.ts";
import type { Size } from "#lib/motion/point.ts";
import { chipsOf } from "../controls/chips.ts";
import type { CreateAction } from "../create-state.ts";
import { useOptions } from "../use-options.ts";

type Props = {
  draft: Draft;
  dispatch: (action: CreateAction) => void;
  /** Where a picture can be put in, while there is none; null once there is, or where the kind has none. */
  place: ReactNode;
};

/** The camera's movement, chosen and seen at once. A clip from text has no picture yet; another one shows the move. */
export function CameraBench({ draft, dispatch, place }: Props) {
  const { camera_type } = useOptions(draft);
  const isText = draft.kind === "text2video";
  const [sample] = useState(() => (isText ? samplePicture() : null));
  const isAsset = !isText && draft.image !== null && mediaForm(draft.image) === "asset";
  const own = useLoadedPicture(isAsset && draft.image !== null ? assetUrl(draft.image, "content") : null);
  const picture = isText ? sample : own;
  const frame = useMemo(
    () => frameOf(draft.aspect_ratio, isText ? null : own),
    [draft.aspect_ratio, isText, own],
  );
  const { camera_axis, camera_value, duration } = draft;
  const control = useMemo(
    () => cameraControlOf({ camera_type: draft.camera_type, camera_axis, camera_value }) ?? null,
    [draft.camera_type, camera_axis, camera_value],
  );
  const onPatch = (patch: Partial<Draft>) => dispatch({ type: "edit", patch });
  return (
    <div id="create-camera_control" tabIndex={-1} className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <div className="flex min-h-0 min-w-0 max-lg:aspect-[4/3] lg:flex-1">
        {place}
        {place === null && picture !== null && (
          <div className="flex min-h-0 min-w-0 flex-1 items-center justify-center p-2 sm:p-3">
            <CameraPreview {...{ picture, frame, control }} seconds={Number(duration)} />
          </div>
        )}
      </div>
      <div className="min-h-0 overflow-y-auto border-line bg-surface p-4 max-lg:border-t lg:w-72 lg:border-l">
        <CameraPanel
          choice={draft}
          onChoice={onPatch}
          presets={
            camera_type.choices.length > 1 && (
              <PresetChips choices={camera_type.choices} selected={draft.camera_type} onPatch={onPatch} />
            )
          }
        />
      </div>
    </div>
  );
}

type PresetProps = {
  choices: readonly Choice<CameraType>[];
  selected: CameraType;
  onPatch: (patch: Partial<Draft>) => void;
};

function PresetChips({ choices, selected, onPatch }: PresetProps) {
  const t = useTranslations("create.camera");
  const words = useWords();
  return (
    <OptionChips
      label={t("presets")}
      options={chipsOf({
        choices,
        selected,
        looks: (value) => ({ label: t(`types.${value}`) }),
        words,
        onPatch,
      })}
      onSelect={(value) => onPatch({ camera_type: value })}
    />
  );
}

/** Longest side of the preview: sharp on a stage, and light on a phone. */
const LONG_SIDE_PX = 960;

function frameOf(ratio: Draft["aspect_ratio"], picture: Size | null): Size {
  const [across = 16, down = 9] = ratio.split(":").map(Number);
  const { widthPx, heightPx } = picture ?? { widthPx: across, heightPx: down };
  const scale = LONG_SIDE_PX / Math.max(widthPx, heightPx);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
