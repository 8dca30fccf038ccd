"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props = { label: string; value: number; least?: number; onValue: (value: number) => void };

/** A whole number of pixels. What is half typed stays as it is typed; the last number counts until there is another. */
export function NumberField({ label, value, least = -100_000, onValue }: Props) {
  const t = useTranslations("motion.forms");
  const [text, setText] = useState(String(value));
  const isNumber = /^-?\d+$/.test(text.trim()) && Number(text) >= least;
  return (
    <Field label={label} error={isNumber ? undefined : t("number")}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.value;
            setText(typed);
            if (/^-?\d+$/.test(typed.trim()) && Number(typed) >= least) onValue(Number(typed));
          }}
        />
      )}
    </Field>
  );
}
