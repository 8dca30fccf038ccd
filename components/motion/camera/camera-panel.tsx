"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { CAMERA_AXIS_FIELDS } from "#lib/kling/camera.ts";
import type { CameraChoice } from "#lib/kling/draft.ts";
import { AxisSlider } from "./axis-slider.tsx";

type Props = {
  choice: CameraChoice;
  onChoice: (choice: CameraChoice) => void;
  /** The ready-made movements, where the kind has any. */
  presets?: ReactNode;
};

/** The camera's six axes, of which one moves: setting another lets this one go. */
export function CameraPanel({ choice, onChoice, presets }: Props) {
  const t = useTranslations("create.camera");
  const isSimple = choice.camera_type === "simple";
  return (
    <div className="flex flex-col gap-4">
      {presets}
      <fieldset className="min-w-0">
        <legend className="mb-2 w-full text-xs text-muted">
          <span className="block text-sm font-medium text-text">{t("oneMove")}</span>
          {t("oneMoveNote")}
        </legend>
        <div className="grid gap-1.5 sm:max-lg:grid-cols-2 sm:max-lg:gap-x-6">
          {CAMERA_AXIS_FIELDS.map((axis) => (
            <AxisSlider
              key={axis}
              axis={axis}
              value={isSimple && axis === choice.camera_axis ? choice.camera_value : 0}
              onValueChange={(value) =>
                onChoice({ camera_type: "simple", camera_axis: axis, camera_value: value })
              }
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
