"use client";

import { useEffect, useSyncExternalStore } from "react";
import { uploads } from "./browser-uploads.ts";
import type { UploadEntry, UploadList } from "./upload-list.ts";

const NONE: UploadList = [];

function useUploads(): UploadList {
  return useSyncExternalStore(uploads.subscribe, uploads.read, () => NONE);
}

/** The newest file for one place of a form, which shows it from now on. */
export function useUploadAt(place: string): UploadEntry | null {
  useEffect(() => uploads.watch(place), [place]);
  return useUploads().findLast((entry) => entry.place === place) ?? null;
}

/** Files on their way whose place is not on the screen. */
export function useUploadsElsewhere(): UploadList {
  return useUploads().filter(
    ({ place, state }) => state.phase !== "done" && state.phase !== "refused" && !uploads.isWatched(place),
  );
}
