"use client";

import { AudioLines, FileCheck, Images, Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { ClipThumb } from "#components/ui/task/clip-thumb.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";

type Props = { task: TaskSummary; isPriority: boolean; className: string };

/** What came out of a task, at a glance: a clip's or a picture's still, or a sign for what cannot be seen. */
export function OutputFace({ task, isPriority, className }: Props) {
  const t = useTranslations("task");
  const { output, outputCount } = task;
  if (output === null) return <Sign task={task} icon={<FileCheck aria-hidden />} className={className} />;
  const length = output.durationSeconds > 0 && <Label>{clock(output.durationSeconds)}</Label>;
  if (output.mime.startsWith("audio/")) {
    return (
      <Sign task={task} icon={<AudioLines aria-hidden />} className={className}>
        {length}
      </Sign>
    );
  }
  return (
    <ClipThumb
      {...output}
      isStill={output.mime.startsWith("image/")}
      isPriority={isPriority}
      className={className}
    >
      <Labels>
        {outputCount > 1 && (
          <Label>
            <Images aria-hidden className="mr-1 size-3.5" />
            <span className="sr-only">{t("outputs.count", { count: outputCount })}</span>
            <span aria-hidden>{outputCount}</span>
          </Label>
        )}
        {output.hasSound && (
          <Label>
            <Volume2 aria-label={t("withSound")} className="size-3.5" />
          </Label>
        )}
        {length}
      </Labels>
    </ClipThumb>
  );
}

type SignProps = { task: TaskSummary; icon: ReactNode; className: string; children?: ReactNode };

function Sign({ task, icon, className, children }: SignProps) {
  const words = useWords();
  return (
    <div
      className={classNames(
        "relative flex flex-col items-center justify-center gap-2 bg-stage text-sm text-muted [&_svg]:size-8",
        className,
      )}
    >
      {icon}
      {words(TASK_KIND_NAMES[task.kind])}
      <Labels>{children}</Labels>
    </div>
  );
}

function Labels({ children }: { children: ReactNode }) {
  return <div className="absolute right-2 bottom-2 flex gap-1">{children}</div>;
}

function Label({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-5 items-center rounded-sm bg-black/60 px-1.5 text-[0.6875rem] font-medium text-white tabular-nums">
      {children}
    </span>
  );
}

/** `65.2` → `1:05` */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
