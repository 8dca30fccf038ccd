import type { BrushDocument } from "#lib/motion/document.ts";
import { BrushHistory } from "#lib/motion/history/brush-history.ts";
import { LABELS } from "#lib/motion/labels.ts";
import type { PixelRect } from "#lib/motion/raster/pixel-rect.ts";
import type { BrushEvent } from "#lib/motion/tools/brush-event.ts";
import { type BrushState, initialState } from "#lib/motion/tools/brush-state.ts";
import { perform } from "#lib/motion/tools/perform.ts";
import { reduceBrush } from "#lib/motion/tools/reduce-brush.ts";
import type { BrushDraft } from "../drafts/brush-draft.ts";
import { type BrushView, type Looks, nextView } from "./brush-view.ts";
import { createExtentsWatch } from "./extents-watch.ts";
import type { Extents } from "./region-extents.ts";
import { describeChange, type Saying } from "./saying.ts";

/** What has to be drawn again: a part of the labels, all of them, or only what lies over them. */
export type Redraw = PixelRect | "all" | null;

/**
 * One person at work on one picture: takes events, changes the drawing, tells who draws it and who shows it. Painters
 * hear of everything, React of what its controls show only, so that a stroke renders nothing.
 */
export type BrushSession = {
  readonly history: BrushHistory;
  readonly state: () => BrushState;
  readonly looks: () => Looks;
  readonly view: () => BrushView;
  /** The last thing worth telling; a new object each time. */
  readonly saying: () => Saying | null;
  readonly zoomPercent: () => number;
  readonly extents: () => Extents;
  /** Whether the browser should leave the event alone from here on. */
  readonly dispatch: (event: BrushEvent) => boolean;
  readonly changeLooks: (patch: Partial<Looks>) => void;
  readonly subscribe: (tell: () => void) => () => void;
  readonly onRedraw: (redraw: (what: Redraw) => void) => () => void;
};

/** Whether a stroke is on its way: whatever can wait for its end does. */
export function isPainting(session: Pick<BrushSession, "state">): boolean {
  return session.state().gesture.mode === "painting";
}

const FIRST_OPACITY = 0.5;

/** Before the stage has been measured. */
const NO_STAGE = { widthPx: 1, heightPx: 1 };

export function createBrushSession(document: BrushDocument, draft: BrushDraft): BrushSession {
  const history = new BrushHistory(document);
  const listeners = new Set<() => void>();
  const painters = new Set<(what: Redraw) => void>();
  let state = initialState({ canvas: NO_STAGE, picture: document.size });
  let looks: Looks = { opacity: FIRST_OPACITY, hidden: [], solo: null };
  let saying: Saying | null = null;
  const extents = createExtentsWatch(history.labels, {
    isHeld: () => state.gesture.mode === "painting",
    onChange: () => {
      publish();
      redraw(null);
    },
  });
  let view = nextView(null, source());

  function source() {
    const { document: drawn, paths } = history;
    return { state, looks, document: drawn, paths, extents: extents.read() };
  }

  function publish(): void {
    view = nextView(view, source());
    for (const tell of listeners) tell();
  }

  function redraw(what: Redraw): void {
    for (const paint of painters) paint(what);
  }

  function dispatch(event: BrushEvent): boolean {
    const before = { document: history.document, view: state.view, canvas: state.canvas };
    const step = reduceBrush(state, event, history);
    state = step.state;
    const { area, isChanged, hints } = perform(history, step.effects);
    const [hint] = hints;
    saying = hint === undefined ? saying : { type: "hint", hint };
    if (isChanged) {
      saying = hint === undefined ? describeChange(before.document, history.document) : saying;
      draft.write(history.document);
      extents.refresh();
    }
    redraw(state.view === before.view && state.canvas === before.canvas ? area : "all");
    publish();
    return step.isHandled;
  }

  extents.refresh();
  return {
    history,
    state: () => state,
    looks: () => looks,
    view: () => view,
    saying: () => saying,
    zoomPercent: () => Math.round(state.view.scale * 100),
    extents: extents.read,
    dispatch,
    changeLooks(patch) {
      looks = { ...looks, ...patch };
      const { hidden, solo } = looks;
      state = reduceBrush(
        state,
        { type: "set-hidden", hidden: solo === null ? hidden : LABELS.filter((label) => label !== solo) },
        history,
      ).state;
      redraw("all");
      publish();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    onRedraw(paint) {
      painters.add(paint);
      return () => painters.delete(paint);
    },
  };
}
