"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { Path } from "#lib/motion/document.ts";
import { middleOf } from "#lib/motion/forms/middle-of.ts";
import { type Region, STILL } from "#lib/motion/labels.ts";
import { snapStart } from "#lib/motion/path/snap-start.ts";
import { tidyPath } from "#lib/motion/path/tidy-path.ts";
import { imagePoint } from "#lib/motion/point.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { NumberField } from "./number-field.tsx";

/** A way in numbers: "200 px to the right", leg by leg. */
export function PathForm({ session, view }: { session: BrushSession; view: BrushView }) {
  const t = useTranslations("motion.forms");
  const [step, setStep] = useState({ right: 200, down: 0 });
  const { label } = view;
  if (label === STILL) return <p className="text-sm text-muted">{t("stillNoPath")}</p>;
  const old = view.paths[label];
  const set = (from: Path) => {
    const path = from.length === 0 ? null : tidyPath([...from, endOf(from, step)], view.document.size);
    if (path !== null)
      session.dispatch({ type: "operate", operations: [{ type: "path", region: label, path }] });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        set(startOf(session, label));
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t("right")} value={step.right} onValue={(right) => setStep({ ...step, right })} />
        <NumberField label={t("down")} value={step.down} onValue={(down) => setStep({ ...step, down })} />
      </div>
      <p className="text-xs text-muted">{t("negative")}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={!view.extents.has(label)}>
          {t("move")}
        </Button>
        {old !== undefined && (
          <Button variant="ghost" onClick={() => set(old)}>
            {t("addPoint")}
          </Button>
        )}
      </div>
      {!view.extents.has(label) && <p className="text-sm text-muted">{t("paintFirst")}</p>}
    </form>
  );
}

/** The region's middle, or the nearest place on it. */
function startOf({ history }: BrushSession, region: Region): Path {
  const middle = middleOf(history.labels, region);
  return middle === null ? [] : snapStart(history.labels, region, [middle]).path;
}

function endOf(path: Path, { right, down }: { right: number; down: number }) {
  const last = path.at(-1) ?? imagePoint(0, 0);
  return imagePoint(last.x + right, last.y + down);
}
