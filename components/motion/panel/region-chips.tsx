"use client";

import { EyeOff, Lock } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { chipStyle } from "#components/ui/chip-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { LABELS, type Label, STILL } from "#lib/motion/labels.ts";
import { pathLengthPx } from "#lib/motion/path/edit-path.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { useLabelName } from "./label-names.ts";
import { RegionSwatch } from "./region-swatch.tsx";

type Props = { session: BrushSession; view: BrushView; className?: string };

/** Who owns what is painted next: six regions and what stays still. */
export function RegionChips({ session, view, className }: Props) {
  const t = useTranslations("motion.regions");
  const nameOf = useLabelName();
  const stateOf = useLabelState(view);
  return (
    <fieldset className={classNames("flex min-w-0 gap-1.5 max-sm:justify-between max-sm:gap-1", className)}>
      <legend className="sr-only">{t("label")}</legend>
      {LABELS.map((label) => (
        <button
          key={label}
          type="button"
          aria-pressed={view.label === label}
          aria-label={t("chip", { name: nameOf(label), state: stateOf(label) })}
          data-tooltip={label === STILL ? t("stillHint") : undefined}
          onClick={() => session.dispatch({ type: "choose-label", label })}
          className={classNames(
            chipStyle(view.label === label ? "selected" : "available"),
            // Chosen by a key in the middle of painting: ten frames of fading colours would be in the way of a stroke.
            "relative shrink-0 px-2.5 duration-0 max-sm:gap-1 max-sm:px-1.5",
          )}
        >
          <RegionSwatch
            label={label}
            className={view.painted.includes(label) ? undefined : "opacity-45 saturate-50"}
          />
          <span className="tabular-nums">{label === STILL ? t("still") : label}</span>
          {label !== STILL && view.paths[label] !== undefined && <PathMark />}
          <Marks isLocked={view.locked.includes(label)} isHidden={isHidden(view, label)} />
        </button>
      ))}
    </fieldset>
  );
}

/** What a label holds, in words. */
export function useLabelState(view: BrushView): (label: Label) => string {
  const t = useTranslations("motion.regions");
  return (label) => {
    const path = label === STILL ? undefined : view.paths[label];
    const isPainted = view.painted.includes(label);
    const contents = () => {
      if (path !== undefined && isPainted) return t("moving", { pixels: Math.round(pathLengthPx(path)) });
      if (path !== undefined) return t("pathOnly");
      if (!isPainted) return t("empty");
      return label === STILL ? t("held") : t("painted");
    };
    const marks = [view.locked.includes(label) && t("locked"), isHidden(view, label) && t("hidden")];
    return [contents(), ...marks].filter(Boolean).join(", ");
  };
}

export function isHidden({ hidden, solo }: BrushView, label: Label): boolean {
  return solo === null ? hidden.includes(label) : solo !== label;
}

function PathMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 8" className="h-2 w-4!">
      <path d="M1 4h11M9 1l4 3-4 3" fill="none" stroke="currentColor" strokeWidth="1.75" />
    </svg>
  );
}

function Marks({ isLocked, isHidden: isOff }: { isLocked: boolean; isHidden: boolean }) {
  return (
    <>
      {isLocked && <Lock aria-hidden className="size-3!" />}
      {isOff && <EyeOff aria-hidden className="size-3!" />}
    </>
  );
}
