"use client";

import { ArrowLeftRight } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Draft } from "#lib/kling/draft.ts";
import type { CreateAction, CreateState, PictureSlot } from "../create-state.ts";
import { type EndFrameRefusal, endFrameRefusal } from "../end-frame.ts";
import type { PictureIntake } from "../picture/use-picture-intake.ts";
import { FrameSlot } from "./frame-slot.tsx";
import type { BlockedSlot } from "./frame-slot-props.ts";

const FramesAnimatic = lazy(async () => ({
  default: (await import("./frames-animatic.tsx")).FramesAnimatic,
}));

type Props = {
  state: CreateState;
  intake: PictureIntake;
  onPick: (slot: PictureSlot) => void;
  /** False where the first frame goes with something else than an end frame. */
  takesEnd: boolean;
  dispatch: (action: CreateAction) => void;
  /** For the animatic's bar. */
  share: ReactNode;
};

/** First frame and end frame, side by side as the clip will run. */
export function FrameSlots({ state, intake, onPick, takesEnd, dispatch, share }: Props) {
  const t = useTranslations("create.frames");
  const words = useWords();
  const { draft, sizes } = state;
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
  const first = <FrameSlot {...slotProps("image")} label={t("first")} hint={t("firstHint")} blocked={null} />;
  if (!takesEnd) return <div className="grid min-h-0 flex-1 p-2 sm:p-3">{first}</div>;
  const hasEnd = draft.image_tail !== null || intake.works.image_tail.step !== "idle";
  return (
    <div
      className={classNames(
        "relative grid min-h-0 flex-1 gap-2 p-2 sm:gap-3 sm:p-3",
        hasEnd ? "grid-cols-2" : "grid-cols-[minmax(0,2fr)_minmax(0,1fr)]",
      )}
    >
      {first}
      <FrameSlot
        {...slotProps("image_tail")}
        label={t("end")}
        hint={t("endHint")}
        blocked={draft.image_tail === null ? blockedBy(endFrameRefusal(draft), { words, onPatch }) : null}
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
      {!isBusy && draft.image !== null && draft.image_tail !== null && (
        <Suspense>
          <FramesAnimatic
            first={draft.image}
            last={draft.image_tail}
            seconds={Number(draft.duration)}
            share={share}
          />
        </Suspense>
      )}
    </div>
  );
}

type Wiring = { words: ReturnType<typeof useWords>; onPatch: (patch: Partial<Draft>) => void };

function blockedBy(refusal: EndFrameRefusal | null, { words, onPatch }: Wiring): BlockedSlot | null {
  if (refusal === null) return null;
  const { reason, fix } = refusal;
  return {
    reason: words(reason),
    fixLabel: fix && words(fix.label),
    onFix: fix && (() => onPatch(fix.patch)),
  };
}
