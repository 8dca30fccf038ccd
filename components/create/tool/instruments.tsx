"use client";

import { type ComponentType, lazy } from "react";
import type { CustomField } from "#lib/kling/forms/field.ts";
import type { Tool } from "./use-tool.ts";

export type InstrumentProps = { readonly tool: Tool; readonly field: CustomField };

/**
 * Controls that are no field of a common type, by the name under which a form asks for them: a face picker, a frame to
 * widen. Each is `lazy(…)`, so that only its own tool loads it.
 */
export const INSTRUMENTS: Readonly<Record<string, ComponentType<InstrumentProps>>> = {
  "expand-frame": lazy(async () => ({ default: (await import("./expand/expand-frame.tsx")).ExpandFrame })),
  "expand-numbers": lazy(async () => ({
    default: (await import("./expand/expand-numbers.tsx")).ExpandNumbers,
  })),
  faces: lazy(async () => ({ default: (await import("./session/faces.tsx")).FacePicker })),
  "sound-placing": lazy(async () => ({
    default: (await import("./session/sound-placing.tsx")).SoundPlacing,
  })),
  "joined-length": lazy(async () => ({
    default: (await import("./instruments/joined-length.tsx")).JoinedLength,
  })),
  "effect-gallery": lazy(async () => ({
    default: (await import("./instruments/effect-gallery.tsx")).EffectGallery,
  })),
};
