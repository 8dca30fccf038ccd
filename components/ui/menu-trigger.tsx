"use client";

import { type ReactNode, Suspense, useState } from "react";

export type MenuFace = {
  /** Name of the trigger; also its tooltip when it shows only an icon. */
  label: string;
  /** What the trigger shows. */
  children: ReactNode;
  triggerClassName: string;
  showTooltip?: boolean;
};

type Props = MenuFace & {
  /** Called at the first sign that somebody is about to press. */
  onIntent: () => void;
  /** The real menu with the same face, open from the start; takes this button's place once it is pressed. */
  loaded: ReactNode;
};

/** Stands for a menu whose script is fetched only when somebody wants it. */
export function MenuTrigger({ label, children, triggerClassName, showTooltip, onIntent, loaded }: Props) {
  const [wanted, setWanted] = useState(false);
  const plain = (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={wanted}
      data-tooltip={showTooltip ? label : undefined}
      className={triggerClassName}
      onPointerEnter={onIntent}
      onFocus={onIntent}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  );
  return wanted ? <Suspense fallback={plain}>{loaded}</Suspense> : plain;
}
