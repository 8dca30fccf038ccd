"use client";

import { useTranslations } from "use-intl/react";
import { type OptionChip, OptionChips } from "#components/ui/option-chips.tsx";
import { EXPANSION_LIMITS, type Expansion, hasShape, NO_EXPANSION, ofShape } from "#lib/kling/expansion.ts";
import { IMAGE_RATIOS } from "#lib/kling/fields.ts";
import { ratioSides } from "#lib/kling/kinds/size/picture-size.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { RatioIcon } from "../../controls/ratio-icon.tsx";

type Props = { expansion: Expansion; picture: ImageSize; onChange: (expansion: Expansion) => void };

const AS_IT_IS = "none";

/** The smallest frame of a common shape, with the picture in its middle; or none at all, to begin anew. */
export function FrameShapes({ expansion, picture, onChange }: Props) {
  const t = useTranslations("create.expand");
  const isNone = Object.values(expansion).every((ratio) => ratio === 0);
  const shapes = IMAGE_RATIOS.map((name): OptionChip<string> => {
    const { widthPx, heightPx } = ratioSides(name);
    const looks = { value: name, label: name, icon: <RatioIcon ratio={name} /> };
    const ratio = widthPx / heightPx;
    if (!isNone && hasShape(expansion, picture, ratio)) return { ...looks, state: "selected" };
    if (ofShape(picture, ratio) !== null) return { ...looks, state: "available" };
    return { ...looks, state: "blocked", reason: t("tooFar", { max: EXPANSION_LIMITS.maxAreaFactor }) };
  });
  const choose = (name: string) => {
    const { widthPx, heightPx } = ratioSides(name);
    const next = name === AS_IT_IS ? NO_EXPANSION : ofShape(picture, widthPx / heightPx);
    if (next !== null) onChange(next);
  };
  return (
    <OptionChips
      label={t("shape")}
      hideLabel
      options={[{ value: AS_IT_IS, label: t("asItIs"), state: isNone ? "selected" : "available" }, ...shapes]}
      onSelect={choose}
    />
  );
}
