"use client";

import { Braces, ChevronDown, RotateCcw } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { type PromptField, placeOf } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { DraftMenu } from "../drafts/draft-menu.tsx";
import { PromptText } from "../prompt/prompt-text.tsx";
import { FieldView } from "./field-view.tsx";
import { PromptReferences } from "./prompt-references.tsx";
import type { Tool } from "./use-tool.ts";

type Props = { tool: Tool; onShowRequest: () => void };

/** What the person writes: the main text, what it may refer to, and further texts on demand. */
export function ToolPrompts({ tool, onShowRequest }: Props) {
  const t = useTranslations("create.prompt");
  const words = useWords();
  const { draft } = tool.state;
  const [opened, open] = useState<readonly string[]>([]);
  const prompts = tool.fields.filter(
    (field) => field.type === "prompt" && placeOf(field) === "bar",
  ) as PromptField[];
  const [main, ...others] = prompts;
  const written = tool.fields.filter((field) => field.type !== "prompt" && placeOf(field) === "bar");
  const isOpen = ({ path }: PromptField) => opened.includes(path) || textAt(draft, path) !== "";
  const toggle = (field: PromptField) => {
    if (isOpen(field)) tool.dispatch({ type: "patch", patch: { [field.path]: undefined } });
    open(isOpen(field) ? opened.filter((path) => path !== field.path) : [...opened, field.path]);
  };
  return (
    <div className="flex flex-col max-lg:rounded-xl max-lg:border max-lg:border-line-strong max-lg:bg-surface max-lg:shadow-card">
      {main && <Prompt tool={tool} field={main} rows={3} />}
      {written.map((field) => (
        <FieldView key={field.path} tool={tool} field={field} />
      ))}
      {others.filter(isOpen).map((field) => (
        <div key={field.path} className="border-t border-line">
          <Prompt tool={tool} field={field} rows={1} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-1 px-1.5 pb-1.5">
        {main && <PromptReferences tool={tool} field={main} />}
        {others.map((field) => (
          <Button
            key={field.path}
            variant="ghost"
            size="sm"
            aria-expanded={isOpen(field)}
            icon={<ChevronDown aria-hidden className={isOpen(field) ? "rotate-180" : undefined} />}
            onClick={() => toggle(field)}
          >
            {words(field.label)}
          </Button>
        ))}
        <span className="ml-auto flex min-w-0 items-center">
          {tool.mayCreate && <DraftMenu desk={tool.desk} />}
          <IconButton label={t("showRequest")} onClick={onShowRequest}>
            <Braces aria-hidden />
          </IconButton>
          <IconButton label={t("startOver")} onClick={tool.startOver}>
            <RotateCcw aria-hidden />
          </IconButton>
        </span>
      </div>
    </div>
  );
}

function Prompt({ tool, field, rows }: { tool: Tool; field: PromptField; rows: number }) {
  const words = useWords();
  const { path, label, placeholder, maxCharacters } = field;
  const value = textAt(tool.state.draft, path);
  const write = (text: string) => tool.dispatch({ type: "patch", patch: { [path]: text } });
  const id = `create-${path}`;
  // Letters typed while the page was still loading are in the field only: they go into the draft first.
  const adoptTyped = useEffectEvent(() => {
    const element = document.getElementById(id);
    if (element instanceof HTMLTextAreaElement && element.value !== "" && value === "") write(element.value);
  });
  useEffect(() => adoptTyped(), []);
  return (
    <PromptText
      id={id}
      label={words(label)}
      placeholder={words(placeholder)}
      max={maxCharacters}
      value={value}
      rows={rows}
      onChange={write}
    />
  );
}
