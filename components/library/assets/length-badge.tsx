"use client";

import { Film, Volume2 } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl/react";
import type { Asset } from "#lib/contract/assets.ts";

/** Over the picture of what plays: that it plays, how long, and whether it can be heard. */
export function LengthBadge({ asset }: { asset: Pick<Asset, "mime" | "durationSeconds" | "hasSound"> }) {
  const t = useTranslations("library.facts");
  const format = useFormatter();
  if (asset.durationSeconds === null || asset.mime.startsWith("image/")) return null;
  const count = format.number(asset.durationSeconds, { maximumFractionDigits: 1 });
  const isHeard = asset.mime.startsWith("audio/") || asset.hasSound === true;
  return (
    <span className="absolute right-2 bottom-2 inline-flex h-5.5 items-center gap-1 rounded-sm bg-black/65 px-1.5 text-white text-xs tabular-nums [&_svg]:size-3.5">
      {isHeard ? <Volume2 aria-hidden /> : <Film aria-hidden />}
      {t("seconds", { count })}
    </span>
  );
}
