import { sizeAt } from "#lib/kling/kinds/rules/facts.ts";
import { stills } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

const FACE_SIDE_PX = 256;
/** A face's height and the places of up to two, in shares of the frame. */
const FACE_HEIGHT = 0.4;
const FACE_CENTERS = [
  { x: 0.5, y: 0.38 },
  { x: 0.24, y: 0.42 },
] as const;

/** One face or two, by the file's length in bytes: the same video always has the same. Each with a still of it. */
export function identifyFaceRecipe({ facts, file, hasFile, number }: OrderOf<"identify-face">): Recipe {
  const videoRole = hasFile("video_url") ? "video_url" : "video_id";
  const { durationSeconds, bytes = 0 } = facts.get(videoRole) ?? {};
  const size = sizeAt(facts, videoRole) ?? { widthPx: 1280, heightPx: 720 };
  const seconds = durationSeconds ?? 0;
  const faceWidth = Math.min(0.4, (FACE_HEIGHT * size.heightPx) / size.widthPx);
  const faces = FACE_CENTERS.slice(0, (bytes % 2) + 1).map(({ x, y }) => ({
    x: x - faceWidth / 2,
    y: y - FACE_HEIGHT / 2,
    width: faceWidth,
    height: FACE_HEIGHT,
  }));
  const drawn = stills(
    faces.map(() => ({ widthPx: FACE_SIDE_PX, heightPx: FACE_SIDE_PX })),
    (index) => ({
      label: "face",
      parts: [
        {
          draw: "video still",
          video: file(videoRole),
          at: seconds / 2,
          from: faces[index],
        },
      ],
    }),
    "cut out",
  );
  const span = { start_time: 0, end_time: Math.round(seconds * 1000) };
  return {
    ...drawn,
    result: {
      type: "faces",
      session_id: number,
      faces: faces.map((_, index) => ({ face_id: String(index), ...span })),
    },
    opens: { kind: "faces", videoRole, ...size, faces },
  };
}
