import type { Operation, Run } from "../document.ts";
import type { Label } from "../labels.ts";
import type { ImagePoint, Size } from "../point.ts";
import type { ScreenPoint } from "../view/view.ts";
import type { Tool, TouchRule } from "./brush-state.ts";

export type PointerKind = "mouse" | "pen" | "touch";

/** A place of a pointer: `pressure` 0 to 1, as the browser gives it (a mouse has 0.5). */
export type Sample = { readonly at: ImagePoint; readonly pressure: number };

export type Modifiers = {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Control, or the command key. */
  readonly control: boolean;
};

/** The numbers of `PointerEvent.button`. */
export const BUTTON = { main: 0, middle: 1, barrel: 2, eraserEnd: 5 } as const;

type Pointer = {
  readonly pointerId: number;
  readonly screen: ScreenPoint;
  readonly modifiers: Modifiers;
  /** `event.timeStamp`: tells a tap from a long press. */
  readonly timeMs: number;
};

/** What happens to the canvas. Image points come from `toImage(state.view, …)`, and from nowhere else. */
export type BrushEvent =
  | (Pointer & {
      readonly type: "pointer-down";
      readonly kind: PointerKind;
      readonly button: number;
      readonly sample: Sample;
    })
  /** `samples` are the coalesced ones, oldest first; also without a button (hovering). */
  | (Pointer & {
      readonly type: "pointer-move";
      readonly kind: PointerKind;
      readonly samples: readonly Sample[];
    })
  | (Pointer & { readonly type: "pointer-up" })
  | { readonly type: "pointer-cancel"; readonly pointerId: number }
  | {
      readonly type: "wheel";
      readonly screen: ScreenPoint;
      readonly deltaY: number;
      readonly isPinch: boolean;
    }
  /** `key` is `event.key`. */
  | { readonly type: "key-down"; readonly key: string; readonly modifiers: Modifiers }
  | { readonly type: "key-up"; readonly key: string }
  | { readonly type: "choose-tool"; readonly tool: Tool }
  | { readonly type: "choose-label"; readonly label: Label }
  | { readonly type: "set-locked"; readonly locked: readonly Label[] }
  | { readonly type: "set-hidden"; readonly hidden: readonly Label[] }
  | { readonly type: "set-brush-radius"; readonly radiusPx: number }
  | { readonly type: "set-touch"; readonly touch: TouchRule }
  | { readonly type: "canvas-resized"; readonly canvas: Size }
  | { readonly type: "show"; readonly what: "all" | "actual-size" | "nearer" | "farther" }
  /** A button, a form or a chip's menu did it. */
  | { readonly type: "operate"; readonly operations: readonly Operation[] }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  /** What auto-select found for the seeds of the gesture `selecting`. */
  | { readonly type: "selection-found"; readonly runs: readonly Run[] };

export type Down = Extract<BrushEvent, { type: "pointer-down" }>;
export type Move = Extract<BrushEvent, { type: "pointer-move" }>;
export type Up = Extract<BrushEvent, { type: "pointer-up" }>;
