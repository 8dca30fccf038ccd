"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "./class-names.ts";
import type { DialogProps } from "./dialog.tsx";
import { IconButton } from "./icon-button.tsx";

const WIDTHS = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" } as const;

const PLACES = {
  center:
    "max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-2xl max-sm:data-ending-style:translate-y-8 max-sm:data-starting-style:translate-y-8 sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-2rem)] sm:-translate-1/2 sm:rounded-xl sm:data-ending-style:scale-98 sm:data-starting-style:scale-98",
  edge: "max-sm:inset-x-0 max-sm:bottom-0 max-sm:rounded-t-2xl max-sm:data-ending-style:translate-y-8 max-sm:data-starting-style:translate-y-8 sm:inset-y-2 sm:right-2 sm:w-96 sm:rounded-xl sm:data-ending-style:translate-x-6 sm:data-starting-style:translate-x-6",
} as const;

type Props = DialogProps & { placement: keyof typeof PLACES };

export function DialogPopup(props: Props) {
  const {
    open,
    onOpenChange,
    onClosed,
    title,
    description,
    children,
    footer,
    size = "md",
    placement,
  } = props;
  const t = useTranslations("common");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      onOpenChangeComplete={(isOpen) => !isOpen && onClosed?.()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          initialFocus={(how) => (how === "touch" ? popup.current : firstField(popup.current))}
          className={classNames(
            "fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col bg-raised shadow-raised outline-none transition-all duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0",
            PLACES[placement],
            placement === "center" && WIDTHS[size],
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-1">
            <div className="min-w-0 flex-1 py-1.5">
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              {description && (
                <Dialog.Description className="mt-1 text-sm text-muted">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close render={<IconButton label={t("close")} className="-mr-2" />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          {children && (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-3 last:pb-[max(1.25rem,env(safe-area-inset-bottom))]">
              {children}
            </div>
          )}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))] max-sm:*:flex-1">
              {footer}
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where someone begins: the first field, else the dialog itself. A finger is not made to face a keyboard unasked. */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  return popup?.querySelector<HTMLElement>("input, select, textarea") ?? popup;
}
