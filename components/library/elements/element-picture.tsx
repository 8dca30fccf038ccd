"use client";

import { UserRound } from "lucide-react";
import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";

type Props = { assetId: string | null; className?: string };

/** A picture of an element; a sign where it has none, or where its file was deleted. */
export function ElementPicture({ assetId, className }: Props) {
  const [isGone, setGone] = useState(false);
  return (
    <span
      className={classNames(
        "relative flex items-center justify-center overflow-hidden bg-stage text-faint",
        className,
      )}
    >
      <UserRound aria-hidden className="size-8" />
      {assetId !== null && !isGone && (
        // biome-ignore lint/performance/noImgElement: stills are made to size; people's own pictures never pass through the optimizer
        <img
          src={assetUrl(assetId, "poster")}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setGone(true)}
          className="absolute inset-0 size-full bg-stage object-cover"
        />
      )}
    </span>
  );
}
