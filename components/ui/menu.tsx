"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";

export type MenuItem =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly icon?: ReactNode;
      readonly detail?: string;
      readonly onSelect: () => void;
      readonly danger?: boolean;
      readonly disabled?: boolean;
    }
  | {
      readonly kind: "link";
      readonly label: string;
      readonly icon?: ReactNode;
      readonly href: string;
      readonly download?: boolean;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly detail?: string;
      readonly icon?: ReactNode;
      readonly chosen: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: "heading"; readonly label: string }
  | { readonly kind: "separator" };

export type MenuProps = {
  /** Name of the trigger; also its tooltip when it shows only an icon. */
  label: string;
  /** What the trigger shows. */
  children: ReactNode;
  triggerClassName: string;
  items: readonly MenuItem[];
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  showTooltip?: boolean;
};

const load = () => import("./menu-popup.tsx");

/** Positioning and roving focus are heavy: they are fetched on the first sign of intent, not with the page. */
const LoadedMenu = lazy(async () => ({ default: (await load()).LoadedMenu }));

export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const plain = (
    <button
      type="button"
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={wanted}
      data-tooltip={props.showTooltip ? props.label : undefined}
      className={props.triggerClassName}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      {props.children}
    </button>
  );
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <LoadedMenu {...props} />
    </Suspense>
  );
}
