"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { presetVoicesQuery, voicesQuery } from "#lib/client/library.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import type { ElementDraft } from "../element-draft.ts";

type Props = {
  draft: ElementDraft;
  place: ConnectionView;
  onChange: (next: Partial<ElementDraft>) => void;
};

/** The voice that it speaks with: the team's own of this account, or one of the house. */
export function VoiceChoice({ draft, place, onChange }: Props) {
  const t = useTranslations("library.elements.form");
  const own = useInfiniteQuery(voicesQuery(null));
  const house = useQuery(presetVoicesQuery(place.id));
  const ownVoices = (own.data?.pages.flatMap((page) => page.voices) ?? [])
    .filter(({ connection }) => connection.id === place.id)
    .map(({ voiceId, name }) => ({ value: voiceId, label: name }));
  const houseVoices = (house.data ?? []).map(({ id, name }) => ({ value: id, label: t("house", { name }) }));
  if (ownVoices.length + houseVoices.length === 0) return null;
  const options = [{ value: "", label: t("noVoice") }, ...ownVoices, ...houseVoices];
  return (
    <Field label={t("voice")} optional>
      {(control) => (
        <Select
          {...control}
          options={options}
          value={options.some(({ value }) => value === draft.voiceId) ? (draft.voiceId ?? "") : ""}
          onValueChange={(value) => onChange({ voiceId: value === "" ? null : value })}
        />
      )}
    </Field>
  );
}
