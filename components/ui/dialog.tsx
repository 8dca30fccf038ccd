"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";

/** The behaviour (focus, scroll lock, Escape) is loaded when the first dialog opens. */
const DialogPopup = lazy(async () => ({ default: (await import("./dialog-popup.tsx")).DialogPopup }));

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the bottom; the most important one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Called when the closing motion is over; the place to forget what was shown. */
  onClosed?: () => void;
};

export function Dialog(props: DialogProps) {
  return <LazyPopup {...props} placement="center" />;
}

/** A dialog that rises from the bottom edge on a phone and stands at the right edge on a desktop. */
export function Sheet(props: Omit<DialogProps, "size">) {
  return <LazyPopup {...props} placement="edge" />;
}

function LazyPopup(props: DialogProps & { placement: "center" | "edge" }) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense>
      <DialogPopup {...props} />
    </Suspense>
  );
}
