"use client";

import { useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { MAX_TAKES } from "#lib/contract/takes.ts";
import { placeOf } from "#lib/kling/forms/field.ts";
import { FieldView } from "./field-view.tsx";
import { PlanLines } from "./plan-lines.tsx";
import { ToolConnections } from "./tool-connections.tsx";
import type { Tool } from "./use-tool.ts";

const TAKES = [1, 2, 3, 4, 6, 8].filter((takes) => takes <= MAX_TAKES);

/** Every setting of the tool. What cannot be chosen now says why, and how it could be. */
export function ToolPanel({ tool }: { tool: Tool }) {
  const t = useTranslations("create.controls");
  const { takes } = tool.state;
  return (
    <div className="flex flex-col gap-6">
      {tool.fields
        .filter((field) => placeOf(field) === "settings")
        .map((field) => (
          <FieldView key={field.path} tool={tool} field={field} />
        ))}
      <OptionChips
        label={t("takes")}
        note={t("takesNote")}
        options={TAKES.map((count) => ({
          value: String(count),
          label: String(count),
          state: count === takes ? "selected" : "available",
        }))}
        onSelect={(value) => tool.dispatch({ type: "set-takes", takes: Number(value) })}
      />
      <ToolConnections tool={tool} />
      <PlanLines plan={tool.status.output} />
    </div>
  );
}
