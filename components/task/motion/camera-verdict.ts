import { useTranslations } from "use-intl/react";
import type { MeasuredMotion } from "#lib/contract/motion-report.ts";

type Camera = NonNullable<MeasuredMotion["camera"]>;

/** Whether the camera went where it was told to, in a sentence. */
export function useCameraVerdict(): (camera: Camera) => string {
  const t = useTranslations("task");
  return ({ move, intendedSign, measuredSign, agrees, looksLike }) => {
    const asked = t(`drawn.moves.${move}.${intendedSign === 1 ? "plus" : "minus"}`);
    if (agrees) return t("drawn.cameraAgrees", { asked });
    if (measuredSign !== 0) return t("drawn.cameraOpposite", { asked });
    if (looksLike === null || looksLike === move) return t("drawn.cameraUnseen", { asked });
    return t("drawn.cameraOther", { asked, seen: t(`drawn.axes.${looksLike}`) });
  };
}
