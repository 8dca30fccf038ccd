"use client";

import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Draft } from "#lib/kling/draft.ts";
import type { Choice } from "#lib/kling/options.ts";
import type { CreateAction, CreateState, PictureSlot } from "../create-state.ts";
import type { PictureIntake } from "../picture/use-picture-intake.ts";
import { useEndFrameChoice } from "../use-options.ts";
import { FrameSlot } from "./frame-slot.tsx";
import type { BlockedSlot } from "./frame-slot-props.ts";

type Props = {
  state: CreateState;
  intake: PictureIntake;
  onPick: (slot: PictureSlot) => void;
  dispatch: (action: CreateAction) => void;
};

/** First frame and end frame, side by side as the clip will run. */
export function FrameSlots({ state, intake, onPick, dispatch }: Props) {
  const t = useTranslations("create.frames");
  const words = useWords();
  const { draft, sizes } = state;
  const endFrame = useEndFrameChoice(draft);
  const isBusy = Object.values(intake.works).some(({ step }) => step !== "idle");
  const canSwap = !isBusy && draft.image !== null && draft.image_tail !== null;
  const onPatch = (patch: Partial<Draft>) => dispatch({ type: "edit", patch });
  const slotProps = (slot: PictureSlot) => ({
    slot,
    reference: draft[slot],
    size: sizes[slot],
    work: intake.works[slot],
    onFile: (file: File) => intake.take(slot, file),
    onPick: () => onPick(slot),
    onRetry: () => intake.retry(slot),
    onCancel: () => intake.cancel(slot),
    onRemove: () => dispatch({ type: "remove-picture", slot }),
  });
  const hasEnd = draft.image_tail !== null || intake.works.image_tail.step !== "idle";
  return (
    <div
      className={classNames(
        "relative grid min-h-0 flex-1 gap-2 p-2 sm:gap-3 sm:p-3",
        hasEnd ? "grid-cols-2" : "grid-cols-[minmax(0,2fr)_minmax(0,1fr)]",
      )}
    >
      <FrameSlot {...slotProps("image")} label={t("first")} hint={t("firstHint")} blocked={null} />
      <FrameSlot
        {...slotProps("image_tail")}
        label={t("end")}
        hint={t("endHint")}
        blocked={draft.image_tail === null ? blockedBy(endFrame, { words, onPatch }) : null}
      />
      {canSwap && (
        <IconButton
          label={t("swap")}
          variant="overlay"
          onClick={() => dispatch({ type: "swap-pictures" })}
          className="absolute top-1/2 left-1/2 -translate-1/2 rounded-full"
        >
          <ArrowLeftRight aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

/** Why an end frame is impossible with the present settings, and the nearest settings that take one. */
function blockedBy(
  having: Choice<boolean> | undefined,
  { words, onPatch }: { words: ReturnType<typeof useWords>; onPatch: (patch: Partial<Draft>) => void },
): BlockedSlot | null {
  if (having === undefined || having.allowed) return null;
  const { fix } = having;
  return {
    reason: words(having.reason),
    fixLabel: fix && words(fix.label),
    onFix: fix && (() => onPatch(fix.patch)),
  };
}
