"use client";

import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ConnectionView } from "#lib/contract/connections.ts";

type Props = {
  places: readonly ConnectionView[];
  placeId: string;
  onChoose: (connectionId: string) => void;
};

/** On which account it is kept; nothing to choose while there is only one. */
export function PlaceSelect({ places, placeId, onChoose }: Props) {
  const t = useTranslations("library.places");
  if (places.length < 2) return null;
  return (
    <Field label={t("connection")} hint={t("connectionHint")}>
      {(control) => (
        <Select
          {...control}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={placeId}
          onValueChange={onChoose}
        />
      )}
    </Field>
  );
}
