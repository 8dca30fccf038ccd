"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BrushCanvasProps } from "./brush-canvas-props.ts";
import { BrushScreen } from "./brush-screen.tsx";
import { type AutoSelectLink, linkAutoSelect } from "./session/auto-selecting.ts";
import { useBrushSession, useIsKept } from "./session/use-brush-session.ts";

/** The motion brush on one picture: areas, ways, and everything to make and change them with. */
export function BrushCanvas(props: BrushCanvasProps) {
  const session = useBrushSession(props.owner, props.picture);
  const isKept = useIsKept(props.owner, props.picture);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [link, setLink] = useState<AutoSelectLink | null>(null);
  useEffect(() => {
    if (session === null || picture === null) return;
    const opened = linkAutoSelect(session, picture);
    setLink(opened);
    return () => opened.close();
  }, [session, picture]);
  if (session === null) return <Skeleton className="m-4 flex-1" />;
  return <BrushScreen {...props} {...{ session, link, isKept }} image={picture} onPicture={setPicture} />;
}
