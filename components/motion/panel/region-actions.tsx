"use client";

import { Eye, EyeOff, Focus, Lock, LockOpen, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type Label, STILL } from "#lib/motion/labels.ts";
import { pathLengthPx } from "#lib/motion/path/edit-path.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { useLabelName } from "./label-names.ts";
import { PathActions } from "./path-actions.tsx";

type Props = { session: BrushSession; view: BrushView; className?: string };

/** What the chosen region holds, and what can be done with it as a whole. */
export function RegionActions({ session, view, className }: Props) {
  const t = useTranslations("motion.regions");
  const nameOf = useLabelName();
  const { label, locked, hidden, solo } = view;
  const isLocked = locked.includes(label);
  const isOff = hidden.includes(label);
  const path = label === STILL ? undefined : view.paths[label];
  const isEmpty = !view.painted.includes(label) && path === undefined;
  return (
    <div className={classNames("flex min-w-0 flex-wrap items-center gap-x-1", className)}>
      <p className="min-w-0 pr-1 text-sm">
        <span className="font-medium">{nameOf(label)}</span>{" "}
        <span className="whitespace-nowrap text-muted tabular-nums">{useContents(view)}</span>
      </p>
      <IconButton
        label={isLocked ? t("unlock") : t("lock")}
        aria-pressed={isLocked}
        onClick={() => session.dispatch({ type: "set-locked", locked: toggled(locked, label) })}
      >
        {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      </IconButton>
      <IconButton
        label={isOff ? t("show") : t("hide")}
        aria-pressed={isOff}
        onClick={() => session.changeLooks({ hidden: toggled(hidden, label) })}
      >
        {isOff ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
      <IconButton
        label={solo === null ? t("solo") : t("soloEnd")}
        aria-pressed={solo !== null}
        onClick={() => session.changeLooks({ solo: solo === null ? label : null })}
      >
        <Focus aria-hidden />
      </IconButton>
      <IconButton
        label={label === STILL ? t("clearStill") : t("clear", { name: nameOf(label) })}
        disabled={isEmpty}
        onClick={() => session.dispatch({ type: "operate", operations: [{ type: "clear", label }] })}
      >
        <Trash2 aria-hidden />
      </IconButton>
      {label !== STILL && path !== undefined && <PathActions session={session} region={label} path={path} />}
    </div>
  );
}

function useContents({ label, paths, painted }: BrushView): string {
  const t = useTranslations("motion.regions");
  if (label === STILL) return painted.includes(label) ? "" : t("notPainted");
  const path = paths[label];
  if (path !== undefined) return t("path", { pixels: Math.round(pathLengthPx(path)), points: path.length });
  return painted.includes(label) ? t("noPath") : t("notPainted");
}

function toggled(labels: readonly Label[], label: Label): readonly Label[] {
  return labels.includes(label) ? labels.filter((other) => other !== label) : [...labels, label];
}
