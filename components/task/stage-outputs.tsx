"use client";

import { FileCheck } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { VideoPlayer } from "#components/ui/video-player/video-player.tsx";
import type { TaskDetail, TaskOutput } from "#lib/contract/tasks.ts";
import { LazyMotionOverlay } from "./motion/lazy-motion.tsx";
import { OutputPictures } from "./output-pictures.tsx";
import { OutputSounds } from "./output-sounds.tsx";

/** What came out: a clip on its stage, sounds to listen to, pictures side by side; or only facts, which are told below. */
export function StageOutputs({ task, showsPaths }: { task: TaskDetail; showsPaths: boolean }) {
  const t = useTranslations("task");
  const outputs = outputsOf(task);
  const videos = outputs.filter((output) => output.mime.startsWith("video/"));
  const pictures = outputs.filter((output) => output.mime.startsWith("image/"));
  const sounds = outputs.filter((output) => output.mime.startsWith("audio/"));
  if (outputs.length === 0) {
    return (
      <p className="flex min-h-40 flex-col items-center justify-center gap-3 rounded-xl border border-line bg-surface p-6 text-center text-sm text-muted shadow-card">
        <FileCheck aria-hidden className="size-6 text-faint" />
        {t("outputs.none")}
      </p>
    );
  }
  return (
    <>
      {videos.map((video, index) => (
        <VideoPlayer
          key={video.assetId}
          clip={video}
          label={task.prompt || t(`outputs.${video.label}`)}
          // The first clip is the one that was measured.
          overlay={showsPaths && index === 0 && <LazyMotionOverlay report={task.motion} clip={video} />}
        />
      ))}
      {sounds.length > 0 && <OutputSounds sounds={sounds} />}
      {pictures.length > 0 && <OutputPictures pictures={pictures} />}
    </>
  );
}

/** An event tells of the first file at once; the others come with the task's next reading. */
function outputsOf({ output, outputs }: TaskDetail): readonly TaskOutput[] {
  if (outputs.length > 0) return outputs;
  return output === null ? [] : [output];
}
