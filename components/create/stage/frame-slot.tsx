"use client";

import { type DragEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { filesOf } from "../picture/use-incoming-files.ts";
import { EmptyFrame } from "./empty-frame.tsx";
import type { FrameSlotProps } from "./frame-slot-props.ts";

// What a place looks like once something is in it or in its way; an empty form shows none of these.
const BlockedFrame = lazy(async () => ({ default: (await import("./blocked-frame.tsx")).BlockedFrame }));
const FilledFrame = lazy(async () => ({ default: (await import("./filled-frame.tsx")).FilledFrame }));
const SendingFrame = lazy(async () => ({ default: (await import("./sending-frame.tsx")).SendingFrame }));
const UnreadableFrame = lazy(async () => ({
  default: (await import("./unreadable-frame.tsx")).UnreadableFrame,
}));

/** One place for a picture, in whatever state it is. */
export function FrameSlot(props: FrameSlotProps) {
  const { slot, label, blocked, reference, work, onFile } = props;
  const t = useTranslations("create.frames");
  const [isOver, setOver] = useState(false);
  const isFilled = reference !== null || work.step === "sending" || work.step === "unsent";
  const drop = (event: DragEvent) => {
    const [file] = filesOf(event.dataTransfer);
    setOver(false);
    if (file === undefined || blocked !== null) return;
    event.preventDefault(); // this place takes it; the page need not
    onFile(file);
  };
  return (
    <section
      id={`create-${slot}`}
      tabIndex={-1}
      aria-label={label}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      className={classNames(
        "relative flex min-h-0 min-w-0 flex-col items-center justify-center overflow-hidden rounded-lg",
        !isFilled && "border border-dashed border-line-strong",
        isOver && "border-accent bg-accent-soft",
      )}
    >
      <Suspense>
        <FrameContent {...props} />
      </Suspense>
      {isFilled && (
        <p className="absolute top-2 left-2 rounded-sm bg-black/60 px-2 py-0.5 text-xs font-medium text-white">
          {label}
        </p>
      )}
      {isOver && <p className="sr-only">{t("dropHere")}</p>}
    </section>
  );
}

function FrameContent(props: FrameSlotProps): ReactNode {
  const { work, reference, blocked } = props;
  switch (work.step) {
    case "opening":
    case "unfit": // the fixer is open above the page
      return <OpeningFrame name={work.step === "opening" ? work.name : work.picture.name} />;
    case "unreadable":
      return <UnreadableFrame {...props} why={work.why} name={work.name} />;
    case "sending":
    case "unsent":
      return <SendingFrame {...props} work={work} />;
    case "idle":
      if (reference !== null) return <FilledFrame {...props} reference={reference} />;
      return blocked === null ? <EmptyFrame {...props} /> : <BlockedFrame {...props} blocked={blocked} />;
  }
}

function OpeningFrame({ name }: { name: string }) {
  const t = useTranslations("create.frames");
  return (
    <p role="status" className="animate-pulse-soft px-3 text-center text-sm text-muted">
      {t("opening", { name })}
    </p>
  );
}
