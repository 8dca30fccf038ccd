"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { countCharacters } from "#lib/kling/characters.ts";
import { customVoices, MAX_NAME_CHARACTERS } from "#lib/kling/kinds/custom-voices.ts";
import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import type { CustomVoicesRequest } from "#lib/kling/requests/custom-voices.ts";
import { OrderPrice } from "../order-price.tsx";
import { FileSlot } from "../pick/file-slot.tsx";
import { PlaceSelect } from "../place-select.tsx";
import { chosenPlace } from "../places.ts";
import { useOrder } from "../use-order.ts";

type Props = { places: readonly ConnectionView[]; onClose: () => void };

/** A new voice from a clean sample of five to thirty seconds: a sound, or a clip in which one person speaks. */
export function VoiceDialog({ places, onClose }: Props) {
  const t = useTranslations("library.voices.form");
  const words = useWords();
  const [name, setName] = useState("");
  const [sample, setSample] = useState<Asset | null>(null);
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const place = chosenPlace(places, placeId);
  const order = useOrder(() => {
    showToast({ tone: "success", title: t("placed", { name: name.trim() }) });
    onClose();
  });
  if (place === undefined) return null;
  const request: CustomVoicesRequest = {
    kind: "custom-voices",
    voice_name: name.trim(),
    ...(sample && { voice_url: sample.id }),
  };
  const problems = customVoices.rules(request, NO_FACTS).filter(({ severity }) => severity === "error");
  const send = () => {
    setTried(true);
    if (problems.length === 0) order.send({ request, connectionId: place.id });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
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
        <Field label={t("name")} hint={`${countCharacters(name.trim())} / ${MAX_NAME_CHARACTERS}`}>
          {(control) => (
            <TextInput {...control} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <div>
          <p className="mb-1.5 font-medium text-sm">{t("sample")}</p>
          <FileSlot
            label={t("sample")}
            asset={sample}
            types={["audio", "video"]}
            limit="voiceSample"
            onChange={setSample}
            className="max-w-40"
          />
          {sample && <p className="mt-1.5 truncate text-sm">{sample.name}</p>}
          <p className="mt-1.5 text-muted text-xs">{t("sampleNote")}</p>
        </div>
        <div role="status" className="empty:hidden">
          {hasTried && problems.length > 0 && (
            <ul className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
              {problems.map(({ path, message }) => (
                <li key={path}>{path === "voice_url" ? t("sampleMissing") : words(message)}</li>
              ))}
            </ul>
          )}
        </div>
        <FormProblem problem={order.problem} />
      </div>
    </Dialog>
  );
}
