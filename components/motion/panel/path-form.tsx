"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import type { Path } from "#lib/motion/document.ts";
import { DIRECTIONS, type Direction, type MoveRefusal, moveOperation } from "#lib/motion/forms/move-form.ts";
import { STILL } from "#lib/motion/labels.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { NumberField } from "./number-field.tsx";

/** A way in numbers: "move right 200 px", leg by leg. */
export function PathForm({ session, view }: { session: BrushSession; view: BrushView }) {
  const t = useTranslations("motion.forms");
  const [direction, setDirection] = useState<Direction>("right");
  const [distancePx, setDistance] = useState(200);
  const [refusal, setRefusal] = useState<MoveRefusal | null>(null);
  const { label } = view;
  if (label === STILL) return <p className="text-sm text-muted">{t("stillNoPath")}</p>;
  const old = view.paths[label];
  const move = (path?: Path) => {
    const form = { region: label, direction, distancePx, ...(path && { path }) };
    const answer = moveOperation(session.history.labels, form);
    setRefusal("refusal" in answer ? answer.refusal : null);
    if ("operation" in answer) session.dispatch({ type: "operate", operations: [answer.operation] });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        move();
      }}
    >
      <OptionChips
        label={t("direction")}
        options={DIRECTIONS.map((value) => ({
          value,
          label: t(`directions.${value}`),
          state: value === direction ? "selected" : "available",
        }))}
        onSelect={setDirection}
      />
      <NumberField label={t("distance")} value={distancePx} least={1} onValue={setDistance} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t("move")}</Button>
        {old !== undefined && (
          <Button variant="ghost" onClick={() => move(old)}>
            {t("addPoint")}
          </Button>
        )}
      </div>
      <p role="alert" className="text-sm text-danger-text empty:hidden">
        {refusal && t(refusal)}
      </p>
    </form>
  );
}
