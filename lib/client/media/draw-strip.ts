import { CanvasSink } from "mediabunny";
import { inputOf } from "./probe-media.ts";

type Strip = { readonly count: number; readonly heightPx: number };

/** Pictures out of a film, evenly spread over its length; none where the browser cannot decode it. */
export async function* drawStrip(
  file: Blob,
  { count, heightPx }: Strip,
): AsyncGenerator<{ index: number; picture: ImageBitmap }> {
  const input = inputOf(file);
  try {
    const video = await input.getPrimaryVideoTrack();
    if (video === null || !(await video.canDecode())) return;
    const [first, end] = await Promise.all([video.getFirstTimestamp(), video.computeDuration()]);
    const times = Array.from(
      { length: count },
      (_, index) => first + ((index + 0.5) / count) * (end - first),
    );
    const sink = new CanvasSink(video, { height: heightPx });
    let index = 0;
    for await (const frame of sink.canvasesAtTimestamps(times)) {
      if (frame?.canvas instanceof OffscreenCanvas) {
        yield { index, picture: frame.canvas.transferToImageBitmap() };
      }
      index += 1;
    }
  } finally {
    input.dispose();
  }
}
