"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { TextField } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import type { Tool } from "../use-tool.ts";

/** A line of text. */
export function TextControl({ tool, field }: { tool: Tool; field: TextField }) {
  const words = useWords();
  const { path, label, hint, placeholder, isRequired } = field;
  return (
    <Field label={words(label)} hint={hint && words(hint)} optional={!isRequired}>
      {(control) => (
        <TextInput
          {...control}
          value={textAt(tool.state.draft, path)}
          placeholder={placeholder && words(placeholder)}
          onChange={(event) => tool.dispatch({ type: "patch", patch: { [path]: event.currentTarget.value } })}
        />
      )}
    </Field>
  );
}
