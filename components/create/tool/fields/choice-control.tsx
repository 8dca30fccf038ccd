"use client";

import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { type OptionChip, OptionChips } from "#components/ui/option-chips.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { choiceIn } from "#lib/kling/forms/choice-in.ts";
import type { ChoiceField } from "#lib/kling/forms/field.ts";
import { axisOf, pointOfDraft, valuesOf } from "#lib/kling/forms/tool-form.ts";
import type { Axis, Value } from "#lib/kling/kinds/grid/grid.ts";
import { RatioIcon } from "../../controls/ratio-icon.tsx";
import type { Tool } from "../use-tool.ts";

/** The newest ones, which most people want; the others are one click away. */
const MODELS_SHOWN = 3;

type Props = { tool: Tool; field: ChoiceField };

/** The values of one axis as chips: what is legal can be chosen, the rest says why not and how to get there. */
export function ChoiceControl({ tool, field }: Props) {
  const t = useTranslations("create.controls");
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const { form, state, dispatch } = tool;
  const { draft } = state;
  const axis = axisOf(form, field.axis);
  const choices = useMemo(
    () => valuesOf(form, field).map((value) => choiceIn(form, draft, { name: field.axis, value })),
    [form, draft, field],
  );
  if (axis === undefined) return null;
  const selected = pointOfDraft(form, draft)[field.axis];
  const isFolded = field.look === "models" && choices.length > MODELS_SHOWN;
  const shown = choices.filter(
    ({ value }, at) => !isFolded || isWhole || at < MODELS_SHOWN || value === selected,
  );
  const chips = shown.map((choice): OptionChip<string> => {
    const looks = {
      value: String(choice.value),
      label: words(labelOf(axis, choice.value)),
      ...(field.look === "ratios" && { icon: <RatioIcon ratio={String(choice.value)} /> }),
    };
    // What is chosen stays shown as chosen: why it is refused is told beside it.
    if (choice.value === selected) return { ...looks, state: "selected" };
    if (choice.allowed) return { ...looks, state: "available" };
    const { fix } = choice;
    return {
      ...looks,
      state: "blocked",
      reason: words(choice.reason),
      fixLabel: fix && words(fix.label),
      // For what is attached a fix only makes room: what it is for is said here.
      onFix: fix && (() => dispatch({ type: "change", patch: { ...fix.patch, [field.axis]: choice.value } })),
    };
  });
  return (
    <>
      <OptionChips
        label={words(field.label ?? axis.label)}
        options={chips}
        onSelect={(text) => {
          const value = axis.values.find((it) => String(it) === text);
          if (value !== undefined) dispatch({ type: "choose", name: field.axis, value });
        }}
      />
      {field.hint && <p className="mt-1.5 text-xs text-muted">{words(field.hint)}</p>}
      {isFolded && (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-2.5 mt-1 self-start"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          icon={<ChevronDown aria-hidden className={isWhole ? "rotate-180" : undefined} />}
        >
          {isWhole ? t("fewerModels") : t("allModels", { count: choices.length })}
        </Button>
      )}
    </>
  );
}

function labelOf({ valueLabel }: Axis, value: Value) {
  return valueLabel?.(value) ?? { zh: String(value), en: String(value) };
}
