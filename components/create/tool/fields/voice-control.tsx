"use client";

import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { VoiceField } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { findVoice, VOICES } from "#lib/kling/voices.ts";
import type { Tool } from "../use-tool.ts";

/** A voice of the catalogue; those that the chosen language lists. One that was chosen before stays in the list. */
export function VoiceControl({ tool, field }: { tool: Tool; field: VoiceField }) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const { path, label, hint, languagePath } = field;
  const { draft } = tool.state;
  const chosen = textAt(draft, path);
  const language = textAt(draft, languagePath);
  const listed = VOICES.filter(
    ({ id, languages }) => id === chosen || languages.some((it) => it === language),
  );
  const options = listed.map(({ id, name }) => ({ value: id, label: words(name) }));
  const isUnknown = chosen !== "" && findVoice(chosen) === undefined;
  return (
    <Field label={words(label)} hint={hint && words(hint)}>
      {(control) => (
        <Select
          {...control}
          options={[
            { value: "", label: t("chooseVoice") },
            ...(isUnknown ? [{ value: chosen, label: chosen }] : []),
            ...options,
          ]}
          value={chosen}
          onValueChange={(value) => tool.dispatch({ type: "patch", patch: { [path]: value } })}
        />
      )}
    </Field>
  );
}
