"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { useWords } from "#components/ui/use-words.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { librarySupport } from "#lib/kling/library.ts";
import { OrderPrice } from "../../order-price.tsx";
import { PlaceSelect } from "../../place-select.tsx";
import { chosenPlace } from "../../places.ts";
import { useOrder } from "../../use-order.ts";
import { type ElementDraft, EMPTY_ELEMENT, elementProblems, elementRequest } from "../element-draft.ts";
import { ElementSource } from "./element-source.tsx";
import { ElementWords } from "./element-words.tsx";
import { VoiceChoice } from "./voice-choice.tsx";

type Props = { places: readonly ConnectionView[]; onClose: () => void };

/** A new element: only what its library takes, the price before it is made, and what is still missing. */
export function ElementDialog({ places, onClose }: Props) {
  const t = useTranslations("library.elements.form");
  const names = useTranslations("library.elements");
  const words = useWords();
  const [typed, setDraft] = useState<ElementDraft>(EMPTY_ELEMENT);
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const place = chosenPlace(places, placeId);
  const order = useOrder((task) => {
    showToast({ tone: "success", title: t("placed", { name: draft.name.trim() }) });
    void task;
    onClose();
  });
  if (place === undefined) return null;
  const isOlderOnly = librarySupport(place, "advanced-custom-elements") === "none";
  const draft: ElementDraft = isOlderOnly ? { ...typed, library: "custom" } : typed;
  const change = (next: Partial<ElementDraft>) => setDraft({ ...typed, ...next });
  const problems = elementProblems(draft);
  const request = elementRequest(draft);
  const send = () => {
    setTried(true);
    if (problems.length === 0) order.send({ request, connectionId: place.id });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      size="lg"
      footer={
        <div className="flex w-full flex-wrap items-center justify-between gap-3">
          <OrderPrice place={place} request={request} />
          <Button variant="primary" busy={order.isSending} onClick={send}>
            {t("create")}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <PlaceSelect places={places} placeId={place.id} onChoose={setPlaceId} />
        {!isOlderOnly && (
          <OptionChips
            label={names("library")}
            note={t("libraryNote")}
            options={(["advanced", "custom"] as const).map((value) => ({
              value,
              label: names(`libraries.${value}`),
              state: value === draft.library ? "selected" : "available",
            }))}
            onSelect={(library) => change({ library })}
          />
        )}
        <ElementSource draft={draft} place={place} onChange={change} />
        <ElementWords draft={draft} onChange={change} />
        {draft.library === "advanced" && <VoiceChoice draft={draft} place={place} onChange={change} />}
        <div role="status" className="empty:hidden">
          {hasTried && problems.length > 0 && (
            <ul className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
              {problems.map((problem) => (
                <li key={problem.en}>{words(problem)}</li>
              ))}
            </ul>
          )}
        </div>
        <FormProblem problem={order.problem} />
      </div>
    </Dialog>
  );
}
