"use client";

import type { ChangeEvent, ReactNode } from "react";
import { type ButtonVariant, buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

type Props = {
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  /** Opens the camera at once, on devices that have one. */
  capture?: boolean;
  onFile: (file: File) => void;
};

/** A file input that looks like a button and stays one for the keyboard. */
export function FileButton({ label, icon, variant, capture, onFile }: Props) {
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    currentTarget.value = ""; // so that the same file can be chosen again
    if (file !== undefined) onFile(file);
  };
  return (
    <label
      className={classNames(
        buttonStyle({ variant, size: "sm" }),
        variant === "primary" && "hover:bg-accent-hover",
        "relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text",
      )}
    >
      {icon}
      {label}
      <input
        type="file"
        accept="image/*"
        capture={capture ? "environment" : undefined}
        onChange={take}
        className="absolute inset-0 opacity-0 file:cursor-pointer"
      />
    </label>
  );
}
