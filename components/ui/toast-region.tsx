"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "./button-style.ts";
import { IconButton } from "./icon-button.tsx";
import { receiveToasts, type ToastMessage } from "./show-toast.ts";

const ICONS = {
  neutral: <Info aria-hidden className="text-muted" />,
  success: <CircleCheck aria-hidden className="text-success-text" />,
  danger: <CircleAlert aria-hidden className="text-danger-text" />,
} as const;

/** Failures stay longer: there is something to read, and perhaps to do. */
const TIMEOUT_MS = { neutral: 5000, success: 4000, danger: 10_000 } as const;

export function ToastRegion() {
  return (
    <Toast.Provider limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="pointer-events-none fixed right-0 bottom-[calc(env(safe-area-inset-bottom)+var(--tab-bar-height,0px))] z-60 flex w-full max-w-md flex-col gap-2 p-4 outline-none">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const t = useTranslations("common");
  const { toasts, add } = Toast.useToastManager<ToastMessage>();
  useEffect(() => receiveToasts((message) => add(toBaseToast(message))), [add]);
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "right"]}
      className="pointer-events-auto translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) rounded-lg bg-raised shadow-raised transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-3.5">
        <span className="[&_svg]:size-4.5">{ICONS[toast.data?.tone ?? "neutral"]}</span>
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="text-sm font-medium" />
          <Toast.Description className="text-sm text-muted" />
        </div>
        {toast.actionProps && <Toast.Action className={buttonStyle({ size: "sm" })} />}
        <Toast.Close render={<IconButton label={t("dismiss")} />}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

function toBaseToast(message: ToastMessage) {
  const { title, description, tone = "neutral", action } = message;
  return {
    title,
    description,
    data: message,
    timeout: TIMEOUT_MS[tone],
    actionProps: action && { children: action.label, onClick: action.onPress },
  };
}
