"use client";

import type { ComponentProps } from "react";
import { FileInput } from "#components/intake/slot/file-input.tsx";

type Props = Pick<ComponentProps<typeof FileInput>, "label" | "icon" | "variant" | "onFile" | "onSeveral"> & {
  /** Opens the camera at once, on devices that have one. */
  capture?: boolean;
};

/** Chooses a picture. */
export function FileButton({ capture, ...props }: Props) {
  return <FileInput {...props} accept="image/*" capture={capture ? "environment" : undefined} />;
}
