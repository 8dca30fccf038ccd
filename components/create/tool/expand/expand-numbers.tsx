"use client";

import { useTranslations } from "use-intl/react";
import { Slider } from "#components/ui/slider.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { type Edge, EXPANSION_LIMITS, roomAt, withEdge } from "#lib/kling/expansion.ts";
import type { InstrumentProps } from "../instruments.tsx";
import { expansionOf, patchOfExpansion } from "./expansion-in-draft.ts";

const EDGES: readonly Edge[] = ["up", "down", "left", "right"];

/** The four edges in figures, each with what room is left to it. */
export function ExpandNumbers({ tool, field }: InstrumentProps) {
  const t = useTranslations("create.expand");
  const words = useWords();
  const expansion = expansionOf(tool.state.draft);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{words(field.label)}</legend>
      {EDGES.map((edge) => (
        <Slider
          key={edge}
          label={t(`edges.${edge}`)}
          value={expansion[edge]}
          min={0}
          max={EXPANSION_LIMITS.maxRatio}
          step={0.01}
          onValueChange={(ratio) =>
            tool.dispatch({ type: "patch", patch: patchOfExpansion(withEdge(expansion, edge, ratio)) })
          }
          formatValue={(ratio) =>
            t("percent", { share: percentOf(ratio), room: percentOf(roomAt(expansion, edge)) })
          }
        />
      ))}
      <p className="text-xs text-muted">{t("limit", { max: EXPANSION_LIMITS.maxAreaFactor })}</p>
    </fieldset>
  );
}

function percentOf(ratio: number): number {
  return Math.round(ratio * 100);
}
