"use client";

import { ImageOff } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import { assetUrl } from "#lib/client/assets.ts";
import { classNames } from "../class-names.ts";
import { useGlimpse } from "./use-glimpse.ts";

type Props = {
  assetId: string;
  /** Shape of the clip, so that the still lies still while it loads. */
  widthPx: number;
  heightPx: number;
  /** A picture: it has nothing to show but itself. */
  isStill?: boolean;
  /** Above the fold: loaded at once. */
  isPriority?: boolean;
  /** Lies on top: links, badges. */
  children?: ReactNode;
  className?: string;
};

/** The still of a clip; moves when the mouse rests on it, has the focus inside, or crosses the middle of a phone. */
export function ClipThumb({ assetId, widthPx, heightPx, isStill, isPriority, children, className }: Props) {
  const { ref, isPlaying, handlers } = useGlimpse();
  const [isBroken, setBroken] = useState(false);
  const noticeEarlyFailure = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0) setBroken(true); // it failed before React could listen
  }, []);
  const still = assetUrl(assetId, "poster");
  return (
    <div
      ref={ref}
      {...handlers}
      className={classNames("relative isolate overflow-hidden bg-stage", className)}
    >
      {isBroken ? (
        <ImageOff aria-hidden className="absolute inset-0 m-auto size-6 text-faint" />
      ) : (
        <>
          {leavesBars(widthPx / heightPx) && <Backdrop src={still} />}
          {/* biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose */}
          <img
            ref={noticeEarlyFailure}
            src={still}
            alt=""
            width={widthPx}
            height={heightPx}
            loading={isPriority ? "eager" : "lazy"}
            fetchPriority={isPriority ? "high" : "auto"}
            decoding="async"
            onError={() => setBroken(true)}
            className="absolute inset-0 size-full object-contain"
          />
          {isPlaying && !isStill && <Glimpse assetId={assetId} />}
        </>
      )}
      {children}
    </div>
  );
}

/** Every place for a still is 16:9. */
function leavesBars(ratio: number): boolean {
  return Math.abs(ratio / (16 / 9) - 1) > 0.02;
}

/** Fills the bars beside a clip that is not as wide as its place. */
function Backdrop({ src }: { src: string }) {
  return (
    <div
      aria-hidden
      className="absolute inset-0 scale-125 bg-center bg-cover opacity-50 blur-xl"
      style={{ backgroundImage: `url("${src}")` }}
    />
  );
}

function Glimpse({ assetId }: { assetId: string }) {
  const [isReady, setReady] = useState(false);
  return (
    <video
      src={assetUrl(assetId, "preview")}
      muted
      loop
      autoPlay
      playsInline
      disableRemotePlayback
      aria-hidden
      tabIndex={-1}
      onPlaying={() => setReady(true)}
      className={classNames(
        "absolute inset-0 size-full object-contain transition-opacity duration-200",
        isReady ? "opacity-100" : "opacity-0",
      )}
    />
  );
}
