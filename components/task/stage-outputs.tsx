"use client";

import { FileCheck } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { VideoPlayer } from "#components/ui/video-player/video-player.tsx";
import type { TaskDetail, TaskOutput } from "#lib/contract/tasks.ts";
import { GuidedClip } from "./motion/guided-clip.tsx";
import { OutputPictures } from "./output-pictures.tsx";
import { OutputSounds } from "./output-sounds.tsx";

/** What came out: a clip on its stage, sounds to listen to, pictures side by side; or only facts, which are told below. */
export function StageOutputs({ task }: { task: TaskDetail }) {
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
      {videos.map((video) => {
        const label = task.prompt || t(`outputs.${video.label}`);
        // What was measured is the first clip.
        if (task.motion === null || video !== videos[0])
          return <VideoPlayer key={video.assetId} clip={video} label={label} />;
        return <GuidedClip key={video.assetId} video={video} label={label} report={task.motion} />;
      })}
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
