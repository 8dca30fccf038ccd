"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { PromptField } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import type { ReferenceType } from "#lib/kling/kinds/rules/prompt-references.ts";
import type { Tool } from "./use-tool.ts";

const TYPES: readonly ReferenceType[] = ["image", "element", "video", "voice"];

/** What is attached and may be named in the prompt: a press writes its name where the cursor stands. */
export function PromptReferences({ tool, field }: { tool: Tool; field: PromptField }) {
  const t = useTranslations("create.references");
  const { draft } = tool.state;
  const attached = field.references?.(draft) ?? {};
  const names = TYPES.flatMap((type) =>
    Array.from({ length: attached[type] ?? 0 }, (_, index) => ({ type, number: index + 1 })),
  );
  if (names.length === 0) return null;
  const insert = (name: string) => {
    const area = document.getElementById(`create-${field.path}`);
    const text = textAt(draft, field.path);
    const at = area instanceof HTMLTextAreaElement ? area.selectionEnd : text.length;
    const before = text.slice(0, at);
    const space = before === "" || /\s$/u.test(before) ? "" : " ";
    tool.dispatch({ type: "patch", patch: { [field.path]: `${before}${space}${name}${text.slice(at)}` } });
    area?.focus();
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
