import { serveParent } from "#lib/media/limited-child-entry.ts";
import { quietLibav } from "./encode/libav.ts";
import { filmClip } from "./film-clip.ts";
import { pictureReel } from "./picture/picture-reel.ts";
import type { RenderJob } from "./render-job.ts";
import { sceneReel } from "./scene-reel.ts";

/** The renderer's process. The job comes from `renderClip` over our own channel, so its shape is taken as given. */
serveParent(async (input, reportProgress) => {
  const job = input as RenderJob;
  quietLibav();
  const reel = job.kind === "text2video" ? sceneReel(job) : await pictureReel(job);
  await filmClip(job, reel, reportProgress);
});
