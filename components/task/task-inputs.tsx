"use client";

import { AudioLines } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskDetail, TaskInput } from "#lib/contract/tasks.ts";
import { TaskSection } from "./task-section.tsx";

/** The files that went in; each opens at full size. */
export function TaskInputs({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  if (task.inputs.length === 0) return null;
  return (
    <TaskSection title={t("inputs.title")}>
      <ul className="grid grid-cols-2 gap-3">
        {task.inputs.map((input) => {
          const frame = frameOf(task, input);
          const name = frame === null ? input.role : t(`inputs.${frame}`);
          return <Input key={input.role} input={input} name={name} />;
        })}
      </ul>
    </TaskSection>
  );
}

/** A clip's frames have names of their own; everything else goes by its place in the request. */
function frameOf({ kind }: TaskDetail, { role }: TaskInput): "firstFrame" | "endFrame" | null {
  if (kind !== "image2video") return null;
  if (role === "image") return "firstFrame";
  return role === "image_tail" ? "endFrame" : null;
}

function Input({ input, name }: { input: TaskInput; name: string }) {
  const { assetId, mime, widthPx, heightPx } = input;
  const hasStill = !mime.startsWith("audio/");
  return (
    <li className="min-w-0">
      <a
        href={assetUrl(assetId, "content")}
        target="_blank"
        rel="noreferrer"
        className="flex aspect-video items-center justify-center overflow-hidden rounded-lg border border-line bg-stage"
      >
        {hasStill ? (
          // biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose
          <img
            src={assetUrl(assetId, "poster")}
            alt={name}
            width={widthPx}
            height={heightPx}
            className="size-full object-contain"
          />
        ) : (
          <AudioLines role="img" aria-label={name} className="size-6 text-faint" />
        )}
      </a>
      <p className="mt-1.5 flex justify-between gap-2 text-xs text-muted">
        <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
        {hasStill && (
          <span className="shrink-0 tabular-nums">
            {widthPx} × {heightPx}
          </span>
        )}
      </p>
    </li>
  );
}
