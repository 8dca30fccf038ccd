"use client";

import { useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import type { Asset } from "#lib/contract/assets.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { FileSlot } from "../../pick/file-slot.tsx";
import { type ElementDraft, isFromVideo, MAX_VIEWS } from "../element-draft.ts";
import { ViewsByAi } from "./views-by-ai.tsx";

type Props = {
  draft: ElementDraft;
  place: ConnectionView;
  onChange: (next: Partial<ElementDraft>) => void;
};

/** What the element is made from: a front and up to three further views, or a short video. */
export function ElementSource({ draft, place, onChange }: Props) {
  const t = useTranslations("library.elements.form");
  return (
    <div className="flex flex-col gap-4">
      {draft.library === "advanced" && (
        <OptionChips
          label={t("madeFrom")}
          options={(["image_refer", "video_refer"] as const).map((value) => ({
            value,
            label: t(`sources.${value}`),
            state: value === draft.madeFrom ? "selected" : "available",
          }))}
          onSelect={(madeFrom) => onChange({ madeFrom })}
        />
      )}
      {isFromVideo(draft) ? (
        <div>
          <FileSlot
            label={t("video")}
            asset={draft.video}
            types={["video"]}
            limit="elementVideo"
            onChange={(video) => onChange({ video })}
            className="max-w-44"
          />
          <p className="mt-2 text-muted text-xs">{t("videoNote")}</p>
        </div>
      ) : (
        <Pictures draft={draft} place={place} onChange={onChange} />
      )}
    </div>
  );
}

function Pictures({ draft, place, onChange }: Props) {
  const t = useTranslations("library.elements.form");
  const setView = (index: number, asset: Asset | null) => {
    const views = asset === null ? draft.views.toSpliced(index, 1) : draft.views.toSpliced(index, 1, asset);
    onChange({ views });
  };
  const slots = Math.min(draft.views.length + 1, MAX_VIEWS);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <FileSlot
          label={t("front")}
          asset={draft.front}
          types={["image"]}
          limit="image"
          onChange={(front) => onChange({ front })}
        />
        {Array.from({ length: slots }, (_, index) => (
          <FileSlot
            key={draft.views[index]?.id ?? `empty ${index}`}
            label={t("view", { number: index + 1 })}
            note={index === 0 ? undefined : t("optional")}
            asset={draft.views[index] ?? null}
            types={["image"]}
            limit="image"
            onChange={(asset) => setView(index, asset)}
          />
        ))}
      </div>
      {draft.front !== null && (
        <ViewsByAi
          key={`${draft.front.id} ${place.id}`}
          front={draft.front}
          place={place}
          onChoose={(views) => onChange({ views })}
        />
      )}
    </div>
  );
}
