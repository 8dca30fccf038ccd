"use client";

import { Ban, CircleCheck, CircleHelp, CircleX, Clock, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { STATUS_NAMES } from "#lib/client/task-words.ts";
import type { TaskStatus } from "#lib/contract/task-status.ts";
import { Badge, type Tone } from "../badge.tsx";
import { useWords } from "../use-words.ts";

type Look = { readonly tone: Tone; readonly icon: ReactNode };

const RUNNING: Look = { tone: "accent", icon: <LoaderCircle aria-hidden className="animate-spin" /> };

const LOOKS: Readonly<Record<TaskStatus, Look>> = {
  queued: { tone: "neutral", icon: <Clock aria-hidden /> },
  submitting: RUNNING,
  submitted: RUNNING,
  processing: RUNNING,
  archiving: RUNNING,
  succeeded: { tone: "success", icon: <CircleCheck aria-hidden /> },
  failed: { tone: "danger", icon: <CircleX aria-hidden /> },
  canceled: { tone: "neutral", icon: <Ban aria-hidden /> },
  unknown: { tone: "warning", icon: <CircleHelp aria-hidden /> },
};

/** The status in a word, a colour and a shape. */
export function StatusBadge({ status, className }: { status: TaskStatus; className?: string }) {
  const words = useWords();
  const { tone, icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon} className={className}>
      {words(STATUS_NAMES[status])}
    </Badge>
  );
}
