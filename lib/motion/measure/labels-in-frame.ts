import type { Path } from "../document.ts";
import { covering } from "../frame/cover.ts";
import { emptyLabels, type LabelBuffer, type Region } from "../labels.ts";
import { imagePoint, type Size } from "../point.ts";
import type { MotionIntent } from "./motion-report.ts";

type Drawn = Pick<MotionIntent, "labels" | "paths">;

/** What was drawn on a picture, as it lies in the frame that the picture covers. */
export function drawnInFrame({ labels, paths }: Drawn, frame: Size): Drawn {
  const { scale, left, top } = covering(labels, frame);
  const move = (path: Path) => path.map(({ x, y }) => imagePoint(left + x * scale, top + y * scale));
  const entries = Object.entries(paths).map(([region, path]) => [region, move(path)] as const);
  return {
    labels: labelsInFrame(labels, frame),
    paths: Object.fromEntries(entries) as Partial<Record<Region, Path>>, // the keys are those that came in
  };
}

/** Each pixel of the frame belongs to whom its middle lies in. */
function labelsInFrame(labels: LabelBuffer, frame: Size): LabelBuffer {
  const { scale, left, top } = covering(labels, frame);
  const seen = emptyLabels(frame);
  for (let y = 0; y < frame.heightPx; y += 1) {
    const row = Math.min(labels.heightPx - 1, Math.max(0, Math.floor((y + 0.5 - top) / scale)));
    for (let x = 0; x < frame.widthPx; x += 1) {
      const column = Math.min(labels.widthPx - 1, Math.max(0, Math.floor((x + 0.5 - left) / scale)));
      seen.owners[y * frame.widthPx + x] = labels.owners[row * labels.widthPx + column] ?? 0;
    }
  }
  return seen;
}
