"use client";

import { useEffect, useState } from "react";
import type { Picture } from "#lib/motion/scene/motion-scene.ts";
import { loadedPicture, loadPicture } from "./load-picture.ts";

export type LoadedPicture =
  | { readonly step: "loading" }
  | { readonly step: "loaded"; readonly picture: Picture }
  | { readonly step: "broken"; readonly onRetry: () => void };

const LOADING: LoadedPicture = { step: "loading" };

type Result = { readonly url: string; readonly result: LoadedPicture };

/** The pixels at this address. Null stands for an address that is not known yet, or not wanted. */
export function useLoadedPicture(url: string | null): LoadedPicture {
  const [loaded, setLoaded] = useState<Result | null>(() => atHand(url));
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same address again
  useEffect(() => {
    if (url === null) return;
    let isWanted = true;
    const settle = (result: LoadedPicture) => {
      if (!isWanted) return;
      setLoaded((before) => (isSame(before, { url, result }) ? before : { url, result }));
    };
    const onRetry = () => {
      setLoaded(null);
      setAttempt((before) => before + 1);
    };
    loadPicture(url).then(
      (picture) => settle({ step: "loaded", picture }),
      () => settle({ step: "broken", onRetry }),
    );
    return () => {
      isWanted = false;
    };
  }, [url, attempt]);
  return loaded?.url === url ? loaded.result : LOADING;
}

function atHand(url: string | null): Result | null {
  const picture = url === null ? null : loadedPicture(url);
  return url === null || picture === null ? null : { url, result: { step: "loaded", picture } };
}

/** What was at hand already is not told a second time. */
function isSame(before: Result | null, { url, result }: Result): boolean {
  if (before?.url !== url || before.result.step !== "loaded" || result.step !== "loaded") return false;
  return before.result.picture === result.picture;
}
