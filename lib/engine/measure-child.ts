import { serveParent } from "#lib/media/limited-child-entry.ts";
import { emptyLabels } from "#lib/motion/labels.ts";
import { drawnInFrame } from "#lib/motion/measure/labels-in-frame.ts";
import { measureClip } from "#lib/motion/measure/measure-clip.ts";
import type { MotionReport } from "#lib/motion/measure/motion-report.ts";
import { greyFrames } from "./measure/grey-frames.ts";
import type { MeasureJob } from "./measure-clip.ts";
import { brushStrokes } from "./read/brush-strokes.ts";

/** A clip of ten seconds is looked at more than twice a second. */
const FRAMES = 24;

/** The process that looks at a clip. The job comes from `measureClipFile` over our own channel, so its shape is taken as given. */
serveParent(async (input): Promise<MotionReport> => {
  const { videoPath, brush, camera } = input as MeasureJob;
  const frames = await greyFrames(videoPath, { count: FRAMES });
  const [frame] = frames;
  if (frame === undefined) throw new RangeError("No frames were asked for.");
  const drawn =
    brush === null
      ? { labels: emptyLabels(frame), paths: {} }
      : drawnInFrame(await brushStrokes(brush), frame);
  return measureClip(frames, { ...drawn, camera });
});
