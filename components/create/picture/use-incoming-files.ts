"use client";

import { useEffect, useEffectEvent, useState } from "react";

/**
 * Takes pictures that are pasted or dropped anywhere on the page, unless something nearer has taken them. Returns
 * whether files are being dragged over the page right now.
 */
export function useIncomingFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const hand = useEffectEvent(onFiles);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const take = (event: Event, transfer: DataTransfer | null) => {
      const files = filesOf(transfer);
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      hand(files);
    };
    window.addEventListener("paste", (event) => take(event, event.clipboardData), { signal });
    window.addEventListener(
      "drop",
      (event) => {
        setDragging(false);
        take(event, event.dataTransfer);
      },
      { signal },
    );
    window.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault(); // without it the browser would open the file and leave the page
        setDragging(true);
      },
      { signal },
    );
    // `relatedTarget` is null only when the pointer leaves the window itself.
    window.addEventListener("dragleave", (event) => event.relatedTarget === null && setDragging(false), {
      signal,
    });
    return () => controller.abort();
  }, []);

  return isDragging;
}

export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return Array.from(transfer?.files ?? []);
}

function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}
