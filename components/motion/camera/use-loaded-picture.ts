"use client";

import { useEffect, useState } from "react";
import type { Picture } from "#lib/motion/scene/motion-scene.ts";

/** The pixels at this address; null while they are on their way, or when they cannot be had. */
export function useLoadedPicture(url: string | null): Picture | null {
  const [loaded, setLoaded] = useState<{ url: string; picture: Picture } | null>(null);
  useEffect(() => {
    if (url === null) return;
    const image = new Image();
    let isWanted = true;
    image.src = url;
    image.decode().then(
      () => {
        const picture = { source: image, widthPx: image.naturalWidth, heightPx: image.naturalHeight };
        if (isWanted) setLoaded({ url, picture });
      },
      () => {}, // the frame's own place tells that a picture is broken
    );
    return () => {
      isWanted = false;
    };
  }, [url]);
  return loaded !== null && loaded.url === url ? loaded.picture : null;
}
