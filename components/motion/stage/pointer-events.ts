import type { BrushEvent, Modifiers, PointerKind, Sample } from "#lib/motion/tools/brush-event.ts";
import { screenPoint, toImage, type View } from "#lib/motion/view/view.ts";

/** The only place where pixels of the screen become points of the picture. */
export type PointerFrame = { readonly stage: DOMRect; readonly view: View };

export function pointerDown(event: PointerEvent, frame: PointerFrame): BrushEvent {
  return {
    type: "pointer-down",
    ...pointerOf(event, frame),
    kind: kindOf(event),
    button: event.button,
    sample: sampleOf(event, frame),
  };
}

/** With every place the device has reported since the last event, not only the latest. */
export function pointerMove(event: PointerEvent, frame: PointerFrame): BrushEvent {
  const coalesced = event.getCoalescedEvents?.() ?? [];
  const all = coalesced.length > 0 ? coalesced : [event];
  return {
    type: "pointer-move",
    ...pointerOf(event, frame),
    kind: kindOf(event),
    samples: all.map((each) => sampleOf(each, frame)),
  };
}

export function pointerUp(event: PointerEvent, frame: PointerFrame): BrushEvent {
  return { type: "pointer-up", ...pointerOf(event, frame) };
}

export function modifiersOf(event: KeyboardEvent | PointerEvent): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, control: event.ctrlKey || event.metaKey };
}

export function screenOf(event: MouseEvent, { stage }: Pick<PointerFrame, "stage">) {
  return screenPoint(event.clientX - stage.left, event.clientY - stage.top);
}

function pointerOf(event: PointerEvent, frame: PointerFrame) {
  return {
    pointerId: event.pointerId,
    screen: screenOf(event, frame),
    modifiers: modifiersOf(event),
    timeMs: event.timeStamp,
  };
}

function sampleOf(event: PointerEvent, frame: PointerFrame): Sample {
  return { at: toImage(frame.view, screenOf(event, frame)), pressure: event.pressure };
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";
}
