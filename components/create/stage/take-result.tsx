"use client";

import { FileCheck } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskDetail, TaskOutput, TaskSummary } from "#lib/contract/tasks.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { TakePictures } from "./take-pictures.tsx";

/** What came out of a take that made no clip: its pictures, its sounds, or only something that its own page tells. */
export function TakeResult({ task }: { task: TaskSummary | TaskDetail }) {
  const t = useTranslations("create.take");
  const outputs = outputsOf(task);
  if (outputs.length === 0 && task.outputCount === 0) {
    return (
      <p className="flex max-w-sm flex-col items-center gap-3 p-4 text-center text-sm text-muted">
        <FileCheck aria-hidden className="size-6" />
        {t("noFile")}
      </p>
    );
  }
  if (outputs.length === 0) return <Skeleton className="absolute inset-4" />;
  const sounds = outputs.filter(({ mime }) => mime.startsWith("audio/"));
  return sounds.length > 0 ? (
    <Sounds sounds={sounds} prompt={task.prompt} kind={task.kind} />
  ) : (
    <TakePictures pictures={outputs} prompt={task.prompt} />
  );
}

/** An event tells of the first file at once; the others come with the task's next reading. */
function outputsOf(task: TaskSummary | TaskDetail): readonly TaskOutput[] {
  if ("outputs" in task && task.outputs.length > 0) return task.outputs;
  return task.output === null ? [] : [task.output];
}

function Sounds({ sounds, prompt, kind }: { sounds: readonly TaskOutput[]; prompt: string; kind: TaskKind }) {
  const t = useTranslations("create.take");
  return (
    <ul className="flex w-full max-w-lg flex-col gap-3 p-4">
      {sounds.map(({ assetId, position }) => (
        <li key={position}>
          {/* biome-ignore lint/a11y/useMediaCaption: what is heard was just written by the person who hears it */}
          <audio
            src={assetUrl(assetId, "content")}
            aria-label={t("sound", { prompt: prompt || kind })}
            controls
            preload="metadata"
            className="w-full"
          />
        </li>
      ))}
    </ul>
  );
}
