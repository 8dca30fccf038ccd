"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { NumberField, RangeField } from "#lib/kling/forms/field.ts";
import { readPath } from "#lib/kling/forms/tool-draft.ts";
import type { Tool } from "../use-tool.ts";

type Props = { tool: Tool; field: RangeField | NumberField };

/** A value between two; until it is touched it is left to upstream, and one press leaves it there again. */
export function RangeControl({ tool, field }: Props) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const { path, label, min, max, step, assumed, hint } = field;
  const stored = readPath(tool.state.draft, path);
  const value = stored === undefined ? assumed : Number(stored);
  const unit = field.type === "number" && field.unit ? ` ${words(field.unit)}` : "";
  const ends = field.type === "range" ? field.ends : undefined;
  const isAlwaysSaid = field.type === "number" && field.isRequired;
  const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const write = (next: number | undefined) => {
    const isText = field.type === "number" && field.isText;
    tool.dispatch({ type: "patch", patch: { [path]: next === undefined || !isText ? next : String(next) } });
  };
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <Slider
          label={words(label)}
          {...{ value, min, max, step }}
          // A range input counts in binary: 0.30000000000000004.
          onValueChange={(next) => write(Number(next.toFixed(digits)))}
          formatValue={(shown) => {
            const text = `${shown.toFixed(digits)}${unit}`;
            return stored === undefined ? t("assumed", { value: text }) : text;
          }}
          {...(ends && { ends: [words(ends[0]), words(ends[1])] as const })}
        />
        {hint && <p className="mt-1 text-xs text-muted">{words(hint)}</p>}
      </div>
      {stored !== undefined && !isAlwaysSaid && (
        <IconButton label={t("reset", { field: words(label) })} onClick={() => write(undefined)}>
          <RotateCcw aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
