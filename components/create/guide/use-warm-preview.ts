"use client";

import { useEffect } from "react";
import { assetUrl } from "#lib/client/assets.ts";
import { mediaForm } from "#lib/kling/media.ts";

/** Soon enough for whoever reaches for a preview, and after everything the person is waiting for. */
const REST_MS = 300;

/** Makes ready what a preview of these pictures needs, so that its first frame is there with the press. */
export function useWarmPreview(references: readonly (string | null)[]): void {
  const urls = references.flatMap((reference) =>
    reference !== null && mediaForm(reference) === "asset" ? [assetUrl(reference, "content")] : [],
  );
  const addresses = urls.join(" ");
  useEffect(() => {
    if (addresses === "") return;
    const timer = setTimeout(() => void warm(addresses.split(" ")), REST_MS);
    return () => clearTimeout(timer);
  }, [addresses]);
}

/** What fails here is loaded again when it is wanted, and told then. */
async function warm(urls: readonly string[]): Promise<void> {
  const parts = [import("../camera/camera-bench.tsx"), import("../brush/brush-bench.tsx")];
  const { loadPicture } = await import("#components/motion/animatic/load-picture.ts");
  await Promise.allSettled([...parts, ...urls.map(loadPicture)]);
}
