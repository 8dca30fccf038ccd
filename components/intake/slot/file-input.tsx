"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { type ButtonVariant, buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

type Props = {
  label: string;
  icon: ReactNode;
  accept: string;
  variant?: ButtonVariant | undefined;
  /** Opens the camera or the microphone at once, on devices that have a program for it. */
  capture?: "environment" | "user" | undefined;
  onFile: (file: File) => void;
  /** Takes all that were chosen at once; without it, only one can be. */
  onSeveral?: ((files: readonly File[]) => void) | undefined;
};

/** A file input that looks like a button and stays one for the keyboard. */
export function FileInput({ label, icon, accept, variant, capture, onFile, onSeveral }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const files = [...(input.current?.files ?? [])];
    const [file] = files;
    if (input.current === null || file === undefined) return;
    input.current.value = ""; // so that the same file can be chosen again
    if (onSeveral === undefined) onFile(file);
    else onSeveral(files);
  };
  // A file that was chosen while the page was still loading is in the input only.
  const takeEarly = useEffectEvent(take);
  useEffect(() => takeEarly(), []);
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
        ref={input}
        type="file"
        accept={accept}
        multiple={onSeveral !== undefined}
        capture={capture}
        onChange={take}
        className="absolute inset-0 opacity-0 file:cursor-pointer"
      />
    </label>
  );
}
