import { emptyDocument } from "../document.ts";
import { BrushHistory } from "../history/brush-history.ts";
import { imagePoint, type Size } from "../point.ts";
import { toImage, toScreen } from "../view/view.ts";
import type { Hint } from "./brush-effect.ts";
import { type BrushEvent, BUTTON, type Modifiers, type PointerKind } from "./brush-event.ts";
import { type BrushState, initialState } from "./brush-state.ts";
import { perform } from "./perform.ts";
import { reduceBrush } from "./reduce-brush.ts";

type Place = readonly [x: number, y: number];

type Pointing = Partial<Modifiers> & {
  readonly id?: number;
  readonly kind?: PointerKind;
  readonly button?: number;
  readonly pressure?: number;
  readonly timeMs?: number;
};

const PICTURE: Size = { widthPx: 200, heightPx: 100 };

/** A person at the canvas: tells places in pixels of the picture, and sees what the canvas would have. */
export function scriptedHand(picture: Size = PICTURE) {
  const history = new BrushHistory(emptyDocument(picture));
  let state: BrushState = initialState({ canvas: { widthPx: 800, heightPx: 600 }, picture });
  const hints: Hint[] = [];

  const send = (event: BrushEvent): boolean => {
    const step = reduceBrush(state, event, history);
    state = step.state;
    hints.push(...perform(history, step.effects).hints);
    return step.isHandled;
  };
  const pointer = ([x, y]: Place, { id = 1, timeMs = 0, ...rest }: Pointing) => {
    const { shift = false, alt = false, control = false } = rest;
    const screen = toScreen(state.view, imagePoint(x, y));
    return { pointerId: id, timeMs, screen, modifiers: { shift, alt, control } };
  };

  const down = (at: Place, options: Pointing = {}) => {
    const { kind = "mouse", button = BUTTON.main, pressure = 0.5 } = options;
    const common = pointer(at, options);
    const sample = { at: toImage(state.view, common.screen), pressure };
    send({ type: "pointer-down", kind, button, sample, ...common });
  };
  const move = (at: Place, options: Pointing = {}) => {
    const { kind = "mouse", pressure = 0.5 } = options;
    const common = pointer(at, options);
    const samples = [{ at: toImage(state.view, common.screen), pressure }];
    send({ type: "pointer-move", kind, samples, ...common });
  };
  const up = (at: Place, options: Pointing = {}) => {
    send({ type: "pointer-up", ...pointer(at, options) });
  };

  return {
    history,
    hints,
    send,
    down,
    move,
    up,
    get state() {
      return state;
    },
    tap: (at: Place, options: Pointing = {}) => {
      down(at, options);
      up(at, options);
    },
    drag: (places: readonly Place[], options: Pointing = {}) => {
      const [first = [0, 0], ...others] = places;
      down(first, options);
      for (const place of others) move(place, options);
      up(places.at(-1) ?? first, options);
    },
    press: (key: string, { shift = false, alt = false, control = false }: Partial<Modifiers> = {}): boolean =>
      send({ type: "key-down", key, modifiers: { shift, alt, control } }),
    ownerAt: (x: number, y: number) => history.labels.owners[y * picture.widthPx + x],
    pixels: (label: number) => history.labels.owners.reduce((sum, owner) => sum + Number(owner === label), 0),
  };
}
