"use client";

import { useTranslations } from "use-intl/react";
import { Slider } from "#components/ui/slider.tsx";
import { type CameraAxis, MAX_CAMERA_VALUE } from "#lib/kling/camera.ts";
import { CAMERA_AXES } from "#lib/motion/camera.ts";

/** Fine enough to be smooth, coarse enough for arrow keys. Ours; upstream takes any number. */
const STEP = 0.5;

type Props = { axis: CameraAxis; value: number; onValueChange: (value: number) => void };

/** One axis in plain words, from standing still in the middle to either side. */
export function AxisSlider({ axis, value, onValueChange }: Props) {
  const t = useTranslations("create.camera");
  const { minus, plus } = CAMERA_AXES[axis];
  const inWords = (shown: number) => {
    if (shown === 0) return t("still");
    return t("strength", { heading: t(`headings.${shown < 0 ? minus : plus}`), value: Math.abs(shown) });
  };
  return (
    <Slider
      label={t(`axes.${axis}`)}
      value={value}
      min={-MAX_CAMERA_VALUE}
      max={MAX_CAMERA_VALUE}
      step={STEP}
      startsAt={0}
      onValueChange={onValueChange}
      formatValue={inWords}
      ends={axis === "roll" ? ["↺", "↻"] : [t(`headings.${minus}`), t(`headings.${plus}`)]}
    />
  );
}
