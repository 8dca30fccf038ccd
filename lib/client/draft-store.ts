/** The part of `Storage` that is needed here; a browser may refuse each of these calls. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

export type DraftView<State> = {
  readonly state: State;
  /** A newer draft that another tab saved meanwhile; nothing is overwritten until a person chooses. */
  readonly rival: State | null;
  /** False once the browser refused to keep the draft (private mode, full disk). */
  readonly isKept: boolean;
};

export type DraftStore<State, Action> = {
  readonly read: () => DraftView<State>;
  /** What a server shows, which has no storage. The very object that `read` gives as long as nothing was kept. */
  readonly readInitial: () => DraftView<State>;
  readonly dispatch: (action: Action) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** To be called with the new text when another tab wrote under `key`. */
  readonly hearOtherTab: (text: string | null) => void;
  readonly takeRival: () => void;
  readonly dropRival: () => void;
};

export type DraftStoreSetup<State, Action> = {
  readonly key: string;
  readonly initial: State;
  readonly reduce: (state: State, action: Action) => State;
  /** Reads what an older or newer version, or anyone, may have written; null when it makes no sense. */
  readonly parse: (value: unknown) => State | null;
  /** Survives the tab: what a new tab starts with. */
  readonly shared: TextStorage;
  /** Belongs to the tab and survives its reload: what this tab goes on with. */
  readonly own: TextStorage;
  readonly now: () => number;
  readonly tabId: string;
};

/**
 * A reducer whose state outlives the page. Each tab goes on with its own draft; a new tab starts from the newest.
 * When another tab saves while this one holds work of its own, that draft becomes the `rival`, and this tab keeps
 * to its own storage until one of the two is chosen: no tab overwrites another unasked.
 */
export function createDraftStore<State, Action>(
  setup: DraftStoreSetup<State, Action>,
): DraftStore<State, Action> {
  const listeners = new Set<() => void>();
  const initialView: DraftView<State> = { state: setup.initial, rival: null, isKept: true };
  const saved = restore(setup);
  let view = saved === null ? initialView : { ...initialView, state: saved.state };
  let updatedAtMs = saved?.updatedAtMs ?? 0;
  let hasOwnWork = false;

  function show(next: Partial<DraftView<State>>): void {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  }

  function keep(state: State, rival: State | null): void {
    updatedAtMs = setup.now();
    const text = JSON.stringify({ tabId: setup.tabId, updatedAtMs, state } satisfies Saved);
    const isKept =
      write(setup.own, setup.key, text) && (rival !== null || write(setup.shared, setup.key, text));
    show({ state, rival, isKept });
  }

  return {
    read: () => view,
    readInitial: () => initialView,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      const state = setup.reduce(view.state, action);
      if (state === view.state) return;
      hasOwnWork = true;
      keep(state, view.rival);
    },
    hearOtherTab(text) {
      const saved = parseSaved(text, setup.parse);
      if (saved === null || saved.tabId === setup.tabId || saved.updatedAtMs < updatedAtMs) return;
      if (JSON.stringify(saved.state) === JSON.stringify(view.state)) return show({ rival: null });
      if (hasOwnWork) return show({ rival: saved.state });
      updatedAtMs = saved.updatedAtMs;
      show({ state: saved.state, rival: null });
    },
    takeRival: () => view.rival !== null && keep(view.rival, null),
    dropRival: () => view.rival !== null && keep(view.state, null),
  };
}

type Saved<State = unknown> = {
  readonly tabId: string;
  readonly updatedAtMs: number;
  readonly state: State;
};

/** This tab's own draft, else the newest of any tab. */
function restore<State, Action>(setup: DraftStoreSetup<State, Action>): Saved<State> | null {
  const own = parseSaved(read(setup.own, setup.key), setup.parse);
  return own ?? parseSaved(read(setup.shared, setup.key), setup.parse);
}

function parseSaved<State>(
  text: string | null,
  parse: (value: unknown) => State | null,
): Saved<State> | null {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return null;
  if (!("state" in value && "updatedAtMs" in value && "tabId" in value)) return null;
  const { tabId, updatedAtMs } = value;
  if (typeof tabId !== "string" || typeof updatedAtMs !== "number") return null;
  const state = parse(value.state);
  return state === null ? null : { tabId, updatedAtMs, state };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // not ours, or cut short: the same as nothing
  }
}

function read(storage: TextStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage: TextStorage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
