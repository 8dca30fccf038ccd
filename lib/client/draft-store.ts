import { newDraftId } from "./new-draft-id.ts";

/** The part of `Storage` that is needed here; a browser may refuse each of these calls. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** Which of the server's drafts a state is, or will be. */
export type DraftLink = {
  readonly draftId: string;
  /** The version that the state was made from; 0 for a draft that the server does not have yet. */
  readonly version: number;
  /** Whether something was changed since then. */
  readonly isPending: boolean;
};

/** The same draft as somebody else left it meanwhile. */
export type Rival<State> = {
  readonly state: State;
  readonly link: DraftLink;
  /** Null for another tab of this browser. */
  readonly by: string | null;
  readonly savedAtMs: number;
};

export type DraftView<State> = {
  readonly state: State;
  readonly link: DraftLink;
  /** What another tab, device or person saved meanwhile; nothing is overwritten until a person chooses. */
  readonly rival: Rival<State> | null;
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
  /** What the others made of the draft goes on here. */
  readonly takeRival: () => void;
  /** What was made here goes on as a draft of its own, under this id; the others' stays as it is. */
  readonly fork: (draftId: string) => void;
  /** Told of what somebody saved on the server. */
  readonly offer: (rival: Rival<State>) => void;
  /** Goes on with another draft, or with the same as the server has it. */
  readonly open: (state: State, link: DraftLink) => void;
  /** To be called when the server has kept what `read` gave before: changes since then are still to be saved. */
  readonly markSaved: (kept: DraftView<State>, version: number) => void;
  /** Something that belongs to the draft was changed beside its state. */
  readonly touch: () => void;
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
 * When another tab, device or person saves the same draft while this tab holds work of its own, theirs becomes the `rival`,
 * and this tab keeps to its own storage until a person chooses: nobody overwrites another unasked.
 */
export function createDraftStore<State, Action>(
  setup: DraftStoreSetup<State, Action>,
): DraftStore<State, Action> {
  const listeners = new Set<() => void>();
  const initialView: DraftView<State> = {
    state: setup.initial,
    link: freshLink(newDraftId()),
    rival: null,
    isKept: true,
  };
  const saved = restore(setup);
  let view = saved === null ? initialView : { ...initialView, state: saved.state, link: saved.link };
  let updatedAtMs = saved?.updatedAtMs ?? 0;
  let hasOwnWork = false;

  function show(next: Partial<DraftView<State>>): void {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  }

  function keep(next: Pick<DraftView<State>, "state" | "link" | "rival">): void {
    updatedAtMs = setup.now();
    const { state, link, rival } = next;
    const text = JSON.stringify({ tabId: setup.tabId, updatedAtMs, link, state } satisfies Saved);
    const isKept =
      write(setup.own, setup.key, text) && (rival !== null || write(setup.shared, setup.key, text));
    show({ ...next, isKept });
  }

  function hear({ state, link, updatedAtMs: savedAtMs }: Saved<State>): void {
    const isSame = link.draftId === view.link.draftId;
    // Another draft is no rival; but who has not begun goes on with what was begun elsewhere.
    if (!isSame && (hasOwnWork || view.link.version > 0 || view.link.isPending)) return;
    const isEqual = JSON.stringify(state) === JSON.stringify(view.state);
    if (isSame && !isEqual && hasOwnWork) {
      show({ rival: { state, link, by: null, savedAtMs } });
      return;
    }
    updatedAtMs = savedAtMs;
    if (!isEqual || !isSame) {
      show({ state, link, rival: null });
      return;
    }
    // The same on both sides; what is drawn beside it may still be to be saved.
    const version = Math.max(view.link.version, link.version);
    show({ link: { ...link, version, isPending: view.link.isPending || link.isPending }, rival: null });
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
      keep({ state, link: { ...view.link, isPending: true }, rival: view.rival });
    },
    hearOtherTab(text) {
      const heard = parseSaved(text, setup.parse);
      if (heard === null || heard.tabId === setup.tabId || heard.updatedAtMs < updatedAtMs) return;
      hear(heard);
    },
    takeRival() {
      if (view.rival === null) return;
      const { state, link } = view.rival;
      keep({ state, link, rival: null });
    },
    fork(draftId) {
      keep({ state: view.state, link: { ...freshLink(draftId), isPending: true }, rival: null });
    },
    offer: (rival) => show({ rival }),
    open(state, link) {
      hasOwnWork = false;
      keep({ state, link, rival: null });
    },
    markSaved(kept, version) {
      const isPending = view.link !== kept.link || view.state !== kept.state;
      keep({ state: view.state, link: { ...view.link, version, isPending }, rival: view.rival });
    },
    touch() {
      hasOwnWork = true;
      keep({ state: view.state, link: { ...view.link, isPending: true }, rival: view.rival });
    },
  };
}

type Saved<State = unknown> = {
  readonly tabId: string;
  readonly updatedAtMs: number;
  readonly link: DraftLink;
  readonly state: State;
};

export function freshLink(draftId: string): DraftLink {
  return { draftId, version: 0, isPending: false };
}

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
  const link = readLink("link" in value ? value.link : null);
  return state === null ? null : { tabId, updatedAtMs, state, link };
}

/** What was kept before the server kept drafts becomes one. */
function readLink(value: unknown): DraftLink {
  if (typeof value !== "object" || value === null) return { ...freshLink(newDraftId()), isPending: true };
  const { draftId, version, isPending } = value as Partial<Record<keyof DraftLink, unknown>>;
  if (typeof draftId !== "string" || typeof version !== "number") return freshLink(newDraftId());
  return { draftId, version, isPending: isPending === true };
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
