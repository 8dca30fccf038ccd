"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { areaOperation } from "#lib/motion/forms/area-form.ts";
import type { Size } from "#lib/motion/point.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { NumberField } from "./number-field.tsx";

const SHAPES = ["ellipse", "rectangle"] as const;

type Area = { middleX: number; middleY: number; width: number; height: number };

/** An area in numbers: "ellipse at …". */
export function ShapeForm({ session, view }: { session: BrushSession; view: BrushView }) {
  const t = useTranslations("motion.forms");
  const { size } = view;
  const [shape, setShape] = useState<(typeof SHAPES)[number]>("ellipse");
  const [area, setArea] = useState<Area>(() => firstArea(size));
  const put = (patch: Partial<Area>) => setArea({ ...area, ...patch });
  const paint = (isErasing: boolean) => {
    const { middleX, middleY, width, height } = area;
    const operation = areaOperation({
      ...{ shape, centerXPx: middleX, centerYPx: middleY, widthPx: width, heightPx: height },
      ...{ label: isErasing ? null : view.label, locked: view.locked },
    });
    session.dispatch({ type: "operate", operations: [operation] });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        paint(false);
      }}
    >
      <OptionChips
        label={t("shape")}
        options={SHAPES.map((value) => ({
          value,
          label: t(value),
          state: value === shape ? "selected" : "available",
        }))}
        onSelect={setShape}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t("middleX")} value={area.middleX} onValue={(middleX) => put({ middleX })} />
        <NumberField label={t("middleY")} value={area.middleY} onValue={(middleY) => put({ middleY })} />
        <NumberField label={t("width")} value={area.width} least={1} onValue={(width) => put({ width })} />
        <NumberField
          label={t("height")}
          value={area.height}
          least={1}
          onValue={(height) => put({ height })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t("paint")}</Button>
        <Button variant="ghost" onClick={() => paint(true)}>
          {t("erase")}
        </Button>
      </div>
    </form>
  );
}

function firstArea({ widthPx, heightPx }: Size): Area {
  const side = Math.round(Math.min(widthPx, heightPx) / 4);
  return { middleX: Math.round(widthPx / 2), middleY: Math.round(heightPx / 2), width: side, height: side };
}
