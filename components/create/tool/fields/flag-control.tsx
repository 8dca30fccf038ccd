"use client";

import { Switch } from "#components/ui/switch.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { FlagField } from "#lib/kling/forms/field.ts";
import { readPath } from "#lib/kling/forms/tool-draft.ts";
import type { Tool } from "../use-tool.ts";

/** On or off. */
export function FlagControl({ tool, field }: { tool: Tool; field: FlagField }) {
  const words = useWords();
  const { path, label, hint, on } = field;
  return (
    <Switch
      label={words(label)}
      hint={hint && words(hint)}
      checked={readPath(tool.state.draft, path) === on}
      onCheckedChange={(isOn) => tool.dispatch({ type: "patch", patch: { [path]: isOn ? on : undefined } })}
    />
  );
}
