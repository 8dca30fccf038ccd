"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { PromptField } from "#lib/kling/forms/field.ts";
import type { Attached, ReferenceType } from "#lib/kling/kinds/rules/prompt-references.ts";
import type { Tool } from "./use-tool.ts";

const TYPES: readonly ReferenceType[] = ["image", "element", "video", "voice"];

/** What is attached and may be named in the prompt. */
export function PromptReferences({ tool, field }: { tool: Tool; field: PromptField }) {
  return (
    <ReferenceChips
      attached={field.references?.(tool.state.draft) ?? {}}
      areaId={() => `create-${field.path}`}
      onText={(text) => tool.dispatch({ type: "patch", patch: { [field.path]: text } })}
    />
  );
}

type Props = {
  attached: Attached;
  /** The text that is written to: asked when a chip is pressed. */
  areaId: () => string;
  onText: (text: string) => void;
};

/** A press writes the name of what is attached where the cursor stands. */
export function ReferenceChips({ attached, areaId, onText }: Props) {
  const t = useTranslations("create.references");
  const names = TYPES.flatMap((type) =>
    Array.from({ length: attached[type] ?? 0 }, (_, index) => ({ type, number: index + 1 })),
  );
  if (names.length === 0) return null;
  const insert = (name: string) => {
    const area = document.getElementById(areaId());
    if (!(area instanceof HTMLTextAreaElement)) return;
    const before = area.value.slice(0, area.selectionEnd);
    const space = before === "" || /\s$/u.test(before) ? "" : " ";
    onText(`${before}${space}${name}${area.value.slice(area.selectionEnd)}`);
    area.focus();
  };
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-1">
      {names.map(({ type, number }) => (
        <li key={`${type}${number}`}>
          <Button
            variant="ghost"
            size="sm"
            icon={<AtSign aria-hidden />}
            onClick={() => insert(`<<<${type}_${number}>>>`)}
          >
            {t(type, { number })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
