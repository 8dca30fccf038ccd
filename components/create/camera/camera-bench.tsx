"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { AnimaticPlayer } from "#components/motion/animatic/animatic-player.tsx";
import { useLoadedPicture } from "#components/motion/animatic/use-loaded-picture.ts";
import { CameraPanel } from "#components/motion/camera/camera-panel.tsx";
import { samplePicture } from "#components/motion/camera/sample-picture.ts";
import { PictureTrouble } from "#components/motion/stage/picture-trouble.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { CameraType } from "#lib/kling/camera.ts";
import { cameraControlOf, type Draft } from "#lib/kling/draft.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { Choice } from "#lib/kling/options.ts";
import { endOf } from "#lib/motion/camera.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Picture, Shot } from "#lib/motion/scene/motion-scene.ts";
import { chipsOf } from "../controls/chips.ts";
import type { CreateAction } from "../create-state.ts";
import { useOptions } from "../use-options.ts";

type Props = {
  draft: Draft;
  dispatch: (action: CreateAction) => void;
  /** Where a picture can be put in, while there is none; null once there is, or where the kind has none. */
  place: ReactNode;
  /** At the end of the animatic's bar. */
  share: ReactNode;
};

/** The camera's movement, chosen and seen at once. A clip from text has no picture yet; another one shows the move. */
export function CameraBench({ draft, dispatch, place, share }: Props) {
  const { camera_type } = useOptions(draft);
  const onPatch = (patch: Partial<Draft>) => dispatch({ type: "edit", patch });
  return (
    <div id="create-camera_control" tabIndex={-1} className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <div className="relative flex min-h-0 min-w-0 max-lg:aspect-[4/3] lg:flex-1">
        {place}
        {place === null &&
          (draft.kind === "text2video" ? (
            <OnSample {...{ draft, share }} />
          ) : (
            <OnOwn {...{ draft, share }} />
          ))}
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

type OnProps = Pick<Props, "draft" | "share">;

/** Stands for a clip that has no picture yet. */
function OnSample({ draft, share }: OnProps) {
  const [picture] = useState(samplePicture);
  const [widthPx = 16, heightPx = 9] = draft.aspect_ratio.split(":").map(Number);
  return <Move {...{ draft, picture, share }} shape={{ widthPx, heightPx }} />;
}

function OnOwn({ draft: { image, ...draft }, share }: OnProps) {
  const t = useTranslations("motion.animatic");
  const isAsset = image !== null && mediaForm(image) === "asset";
  const loaded = useLoadedPicture(isAsset ? assetUrl(image, "content") : null);
  if (!isAsset) return <p className="m-auto max-w-sm p-4 text-center text-muted text-sm">{t("elsewhere")}</p>;
  switch (loaded.step) {
    case "loading":
      return <Skeleton className="m-3 flex-1" />;
    case "broken":
      return <PictureTrouble onRetry={loaded.onRetry} next={t("brokenNext")} />;
    case "loaded":
      return <Move {...{ draft, share }} picture={loaded.picture} shape={loaded.picture} />;
  }
}

type MoveProps = {
  draft: Pick<Draft, "camera_type" | "camera_axis" | "camera_value" | "duration">;
  picture: Picture;
  shape: Size;
  share: ReactNode;
};

/** The camera's move at its true length; a picture that stays as it is while none is chosen. */
function Move({
  draft: { camera_type, camera_axis, camera_value, duration },
  picture,
  shape,
  share,
}: MoveProps) {
  const t = useTranslations("create.camera");
  const shots = useMemo((): readonly Shot[] => {
    const control = cameraControlOf({ camera_type, camera_axis, camera_value });
    const content =
      control === undefined
        ? ({ content: "still", picture } as const)
        : ({ content: "camera", picture, end: endOf(control) } as const);
    return [{ seconds: Number(duration), caption: null, content }];
  }, [picture, camera_type, camera_axis, camera_value, duration]);
  return (
    <AnimaticPlayer
      label={t("preview")}
      {...{ shape, shots }}
      actions={share}
      className="flex-1 p-2 sm:p-3"
    />
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
