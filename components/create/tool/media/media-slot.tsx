"use client";

import { Camera, Film, FolderOpen, ImagePlus, Images, Music, X } from "lucide-react";
import { type DragEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { MediaType } from "#lib/kling/forms/field.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";
import { filesOf } from "../../picture/use-incoming-files.ts";
import type { SlotWork } from "../../picture/use-picture-intake.ts";
import { FileButton } from "../../stage/file-button.tsx";
import type { BlockedSlot } from "../../stage/frame-slot-props.ts";
import { MediaFace } from "./media-face.tsx";

const BlockedFrame = lazy(async () => ({
  default: (await import("../../stage/blocked-frame.tsx")).BlockedFrame,
}));
const SendingFrame = lazy(async () => ({
  default: (await import("../../stage/sending-frame.tsx")).SendingFrame,
}));
const UnreadableFrame = lazy(async () => ({
  default: (await import("../../stage/unreadable-frame.tsx")).UnreadableFrame,
}));

export type MediaSlotProps = {
  media: MediaType;
  label: string;
  hint: string;
  /** The file that the draft holds. */
  reference: string | null;
  known: KnownFile | undefined;
  /** What is going on beside it: a file that is opened, put right or sent. */
  work: SlotWork;
  blocked: BlockedSlot | null;
  onFiles: (files: readonly File[]) => void;
  onPick: () => void;
  onRetry: () => void;
  onCancel: () => void;
  onRemove: () => void;
  icon?: ReactNode;
  takesSeveral?: boolean;
};

const ICONS = { image: ImagePlus, video: Film, audio: Music } as const;

/**
 * The one place of a file in any tool, in whatever state it is. Pictures come from the device, the camera, a paste or a drop,
 * and every type from the team's own files.
 */
export function MediaSlot(props: MediaSlotProps) {
  const { media, label, blocked, reference, work, onFiles } = props;
  const t = useTranslations("create.frames");
  const [isOver, setOver] = useState(false);
  const isFilled = reference !== null || work.step === "sending" || work.step === "unsent";
  const takesDrops = media === "image" && blocked === null;
  const drop = (event: DragEvent) => {
    const files = filesOf(event.dataTransfer);
    setOver(false);
    if (files.length === 0 || !takesDrops) return;
    event.preventDefault(); // this place takes them; the page need not
    onFiles(files);
  };
  return (
    <section
      aria-label={label}
      onDrop={drop}
      onDragOver={(event) => {
        if (!takesDrops) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      className={classNames(
        "relative flex min-h-0 min-w-0 flex-1 flex-col items-center justify-center overflow-hidden rounded-lg",
        isFilled ? "bg-sunken" : "border border-dashed border-line-strong",
        isOver && "border-accent bg-accent-soft",
      )}
    >
      <Suspense>
        <SlotContent {...props} />
      </Suspense>
      {isOver && <p className="sr-only">{t("dropHere")}</p>}
    </section>
  );
}

function SlotContent(props: MediaSlotProps): ReactNode {
  const { media, label, work, reference, known, blocked, onFiles, onRetry, onCancel, onRemove } = props;
  const t = useTranslations("create.frames");
  switch (work.step) {
    case "opening":
    case "unfit": // the fixer is open above the page
      return (
        <p role="status" className="animate-pulse-soft px-3 text-center text-sm text-muted">
          {t("opening", { name: work.step === "opening" ? work.name : work.picture.name })}
        </p>
      );
    case "unreadable":
      return (
        <UnreadableFrame
          why={work.why}
          name={work.name}
          onFile={(file) => onFiles([file])}
          onCancel={onCancel}
        />
      );
    case "sending":
    case "unsent":
      return <SendingFrame {...{ label, work, onRetry, onCancel }} />;
    case "idle":
      if (reference === null)
        return blocked === null ? <EmptySlot {...props} /> : <BlockedFrame {...{ label, blocked }} />;
      return (
        <>
          <MediaFace {...{ media, label, reference, known }} />
          <IconButton
            label={t("remove", { frame: label })}
            variant="overlay"
            onClick={onRemove}
            className="absolute top-2 right-2"
          >
            <X aria-hidden />
          </IconButton>
        </>
      );
  }
}

/** The ways to put a file in. */
function EmptySlot({ media, label, hint, icon, takesSeveral, onFiles, onPick }: MediaSlotProps) {
  const t = useTranslations("create.frames");
  const Icon = ICONS[media];
  const take = (file: File) => onFiles([file]);
  return (
    <div className="flex w-full flex-col items-center gap-2 px-2 py-3 text-center sm:gap-3">
      {icon ?? <Icon aria-hidden className="size-6 text-faint max-sm:hidden" />}
      <div>
        <p className="font-medium">{label}</p>
        <p className="text-xs text-muted text-pretty sm:text-sm">{hint}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {media === "image" && (
          <>
            <FileButton
              label={t("choose")}
              icon={<FolderOpen aria-hidden />}
              variant="primary"
              onFile={take}
              onSeveral={takesSeveral ? onFiles : undefined}
            />
            <span className="hidden pointer-coarse:contents">
              <FileButton label={t("camera")} icon={<Camera aria-hidden />} capture onFile={take} />
            </span>
          </>
        )}
        <Button size="sm" icon={<Images aria-hidden />} onClick={onPick}>
          {t("earlier")}
        </Button>
      </div>
    </div>
  );
}
