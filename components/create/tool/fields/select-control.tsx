"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { SelectField } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import type { Tool } from "../use-tool.ts";

/** One of a catalogue. */
export function SelectControl({ tool, field }: { tool: Tool; field: SelectField }) {
  const words = useWords();
  const { path, label, hint, none, options } = field;
  const { draft } = tool.state;
  const shown = options(draft).map((option) => ({ value: option.value, label: words(option.label) }));
  return (
    <Field label={words(label)} hint={hint && words(hint)}>
      {(control) => (
        <Select
          {...control}
          options={none ? [{ value: "", label: words(none) }, ...shown] : shown}
          value={textAt(draft, path)}
          onValueChange={(value) => tool.dispatch({ type: "patch", patch: { [path]: value } })}
        />
      )}
    </Field>
  );
}
