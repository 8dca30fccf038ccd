"use client";

import { lazy, type ReactNode } from "react";
import { type MenuFace, MenuTrigger } from "./menu-trigger.tsx";

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

export type MenuProps = MenuFace & {
  items: readonly MenuItem[];
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
};

const load = () => import("./menu-popup.tsx");

/** Positioning and roving focus are heavy: they are fetched on the first sign of intent, not with the page. */
const LoadedMenu = lazy(async () => ({ default: (await load()).LoadedMenu }));

export function Menu(props: MenuProps) {
  return <MenuTrigger {...props} onIntent={load} loaded={<LoadedMenu {...props} />} />;
}
