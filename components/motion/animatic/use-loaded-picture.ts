"use client";

import { useEffect, useState } from "react";
import type { Picture } from "#lib/motion/scene/motion-scene.ts";

export type LoadedPicture =
  | { readonly step: "loading" }
  | { readonly step: "loaded"; readonly picture: Picture }
  | { readonly step: "broken"; readonly onRetry: () => void };

const LOADING: LoadedPicture = { step: "loading" };

/** The pixels at this address. Null stands for an address that is not known yet, or not wanted. */
export function useLoadedPicture(url: string | null): LoadedPicture {
  const [loaded, setLoaded] = useState<{ url: string; result: LoadedPicture } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same address again
  useEffect(() => {
    if (url === null) return;
    const image = new Image();
    let isWanted = true;
    const settle = (result: LoadedPicture) => {
      if (isWanted) setLoaded({ url, result });
    };
    const onRetry = () => {
      setLoaded(null);
      setAttempt((before) => before + 1);
    };
    image.src = url;
    image.decode().then(
      () => {
        const size = { widthPx: image.naturalWidth, heightPx: image.naturalHeight };
        settle({ step: "loaded", picture: { source: image, ...size } });
      },
      () => settle({ step: "broken", onRetry }),
    );
    return () => {
      isWanted = false;
    };
  }, [url, attempt]);
  return loaded?.url === url ? loaded.result : LOADING;
}
