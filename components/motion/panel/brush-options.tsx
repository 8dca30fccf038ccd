"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { Slider } from "#components/ui/slider.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";

type Props = { session: BrushSession; view: BrushView; className?: string };

/** The slider's steps are even to the eye: each is some percent larger than the one before. */
const STEPS = 100;
const LEAST_RADIUS_PX = 1;

/** How wide the brush is, and how much of the picture is seen through what is painted. */
export function BrushOptions({ session, view, className }: Props) {
  const t = useTranslations("motion.brush");
  const { widthPx, heightPx } = view.size;
  const growth = Math.max(widthPx, heightPx) / 4 / LEAST_RADIUS_PX;
  const radiusAt = (step: number) => LEAST_RADIUS_PX * growth ** (step / STEPS);
  const stepAt = (radiusPx: number) => (Math.log(radiusPx / LEAST_RADIUS_PX) / Math.log(growth)) * STEPS;
  return (
    <div className={classNames("flex flex-wrap items-end gap-x-5 gap-y-1", className)}>
      <Slider
        label={t("size")}
        value={Math.min(STEPS, Math.max(0, Math.round(stepAt(view.brushRadiusPx))))}
        min={0}
        max={STEPS}
        step={1}
        onValueChange={(step) => session.dispatch({ type: "set-brush-radius", radiusPx: radiusAt(step) })}
        formatValue={() => t("sizeValue", { pixels: Math.round(view.brushRadiusPx * 2) })}
        className="min-w-36 flex-1"
      />
      <Slider
        label={t("opacity")}
        value={Math.round(view.opacity * 100)}
        min={10}
        max={90}
        step={5}
        onValueChange={(percent) => session.changeLooks({ opacity: percent / 100 })}
        formatValue={(percent) => t("opacityValue", { percent })}
        className="min-w-36 flex-1"
      />
      {view.isPenSeen && (
        <Switch
          label={t("fingersPan")}
          hint={t("fingersPanHint")}
          checked={view.touch !== "draws"}
          onCheckedChange={(pans) => session.dispatch({ type: "set-touch", touch: pans ? "pans" : "draws" })}
          className="basis-full"
        />
      )}
    </div>
  );
}
