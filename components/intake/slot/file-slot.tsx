"use client";

import { type ClipboardEvent, type DragEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { EmptySlot } from "./empty-slot.tsx";
import type { FileSlotProps } from "./file-slot-props.ts";
import { type FileSlotState, useFileSlot } from "./use-file-slot.ts";

const FilledSlot = lazy(async () => ({ default: (await import("./filled-slot.tsx")).FilledSlot }));
const SlotTrouble = lazy(async () => ({ default: (await import("./slot-trouble.tsx")).SlotTrouble }));
const UploadingSlot = lazy(async () => ({ default: (await import("./uploading-slot.tsx")).UploadingSlot }));
const FileFixer = lazy(async () => ({ default: (await import("../fixer/file-fixer.tsx")).FileFixer }));

/** One place for a file of a form, in whatever state it is. */
export function FileSlot(props: FileSlotProps) {
  const { label, limits, value, id, className } = props;
  const t = useTranslations("intake.slot");
  const slot = useFileSlot(props);
  const [isOver, setOver] = useState(false);
  const isEmpty = value === null && slot.upload === null;
  const receive = (event: DragEvent | ClipboardEvent, transfer: DataTransfer) => {
    const [file] = transfer.files;
    setOver(false);
    if (file === undefined) return;
    event.preventDefault(); // this place takes it; the page need not
    event.stopPropagation();
    slot.take(file);
  };
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-label={label}
      onDrop={(event) => receive(event, event.dataTransfer)}
      onPaste={(event) => receive(event, event.clipboardData)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      className={classNames(
        "relative flex min-h-36 min-w-0 flex-col justify-center overflow-hidden rounded-lg border",
        isEmpty ? "border-dashed border-line-strong" : "border-line bg-raised",
        isOver && "border-accent bg-accent-soft",
        className,
      )}
    >
      <Suspense>
        <SlotContent {...props} slot={slot} />
        {slot.work.step === "unfit" && (
          <FileFixer opened={slot.work.opened} limits={limits} onFixed={slot.send} onCancel={slot.cancel} />
        )}
      </Suspense>
      {isOver && <p className="sr-only">{t("dropHere")}</p>}
    </section>
  );
}

function SlotContent({ slot, ...props }: FileSlotProps & { slot: FileSlotState }): ReactNode {
  const { work, upload } = slot;
  switch (work.step) {
    case "opening":
      return <Opening name={work.name} className="animate-pulse-soft" />;
    case "unfit": // the fixer is open above the page
      return <Opening name={work.opened.name} />;
    case "unreadable":
    case "hopeless":
      return <SlotTrouble limits={props.limits} slot={slot} work={work} />;
    case "idle":
      if (upload !== null) return <UploadingSlot upload={upload} limits={props.limits} slot={slot} />;
      if (props.value !== null) return <FilledSlot asset={props.value} onRemove={props.onRemove} />;
      return <EmptySlot {...props} slot={slot} />;
  }
}

function Opening({ name, className }: { name: string; className?: string }) {
  const t = useTranslations("intake.slot");
  return (
    <p role="status" className={classNames("px-3 text-center text-sm break-words text-muted", className)}>
      {t("opening", { name })}
    </p>
  );
}
