"use client";

import { useTranslations } from "use-intl/react";
import { Chip } from "#components/ui/chip.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { countCharacters } from "#lib/kling/characters.ts";
import { ELEMENT_TAG_IDS, ELEMENT_TAG_NAMES } from "#lib/kling/element-tags.ts";
import { MAX_DESCRIPTION_CHARACTERS, MAX_NAME_CHARACTERS } from "#lib/kling/kinds/rules/element-rules.ts";
import type { ElementDraft } from "../element-draft.ts";

type Props = { draft: ElementDraft; onChange: (next: Partial<ElementDraft>) => void };

/** What it is called, what it is, and what it belongs to. */
export function ElementWords({ draft, onChange }: Props) {
  const t = useTranslations("library.elements.form");
  const words = useWords();
  const { name, description, tagIds } = draft;
  const toggle = (id: (typeof ELEMENT_TAG_IDS)[number]) =>
    onChange({ tagIds: tagIds.includes(id) ? tagIds.filter((it) => it !== id) : [...tagIds, id] });
  return (
    <>
      <Field label={t("name")} hint={`${countCharacters(name.trim())} / ${MAX_NAME_CHARACTERS}`}>
        {(control) => (
          <TextInput
            {...control}
            value={name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t("description")}
        hint={`${countCharacters(description.trim())} / ${MAX_DESCRIPTION_CHARACTERS}`}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={description}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-2 font-medium text-sm">
          {t("tags")} <span className="font-normal text-muted text-xs">{t("optional")}</span>
        </legend>
        <div className="flex flex-wrap gap-2">
          {ELEMENT_TAG_IDS.map((id) => (
            <Chip key={id} pressed={tagIds.includes(id)} onClick={() => toggle(id)}>
              {words(ELEMENT_TAG_NAMES[id])}
            </Chip>
          ))}
        </div>
      </fieldset>
    </>
  );
}
