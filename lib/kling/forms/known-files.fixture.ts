import type { FaceSpan } from "../kinds/kind.ts";
import type { KnownFile } from "./form-files.ts";

/** A film or sound of this length, of which nothing else matters; with the faces that were found in it. */
export function fileLasting(durationSeconds: number, faces?: readonly FaceSpan[]): KnownFile {
  const isSound = faces === undefined;
  return {
    name: "given",
    mime: isSound ? "audio/wav" : "video/mp4",
    bytes: 1000,
    widthPx: isSound ? null : 1280,
    heightPx: isSound ? null : 720,
    durationSeconds,
    fps: isSound ? null : 24,
    hasSound: isSound ? null : true,
    ...(faces && { faces }),
  };
}
