"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createDraftStore, type DraftStore, type TextStorage } from "#lib/client/draft-store.ts";
import { type ClipKind, isClipKind } from "#lib/kling/task-kinds.ts";
import { type CreateAction, type CreateState, initialCreateState, reduceCreate } from "./create-state.ts";
import { parseStoredState, storageKey } from "./stored-state.ts";
import { kindOfPath } from "./tools.ts";

export type DraftOwner = { readonly teamId: string; readonly userId: string };

/** The draft of this person in this team, kept by the browser. The first render is the server's: an empty form. */
export function useCreateDraft(owner: DraftOwner, kind: ClipKind) {
  const [store] = useState(() => openStore(owner, kind));
  const view = useSyncExternalStore(store.subscribe, store.read, store.readInitial);
  useEffect(() => listenToOtherTabs(store, storageKey(owner)), [store, owner]);
  return { ...view, store };
}

function openStore(owner: DraftOwner, kind: ClipKind): DraftStore<CreateState, CreateAction> {
  return createDraftStore<CreateState, CreateAction>({
    key: storageKey(owner),
    initial: initialCreateState(kind),
    reduce: reduceCreate,
    // The tool is the address's: a draft that was made with another one goes on with this one.
    parse: (value) => withKind(parseStoredState(value), presentKind() ?? kind),
    shared: browserStorage("localStorage"),
    own: browserStorage("sessionStorage"),
    now: Date.now,
    tabId: Math.random().toString(36).slice(2),
  });
}

function withKind(state: CreateState | null, kind: ClipKind): CreateState | null {
  return state && reduceCreate(state, { type: "choose-kind", kind });
}

function presentKind(): ClipKind | undefined {
  const kind = typeof window === "undefined" ? undefined : kindOfPath(window.location.pathname);
  return kind !== undefined && isClipKind(kind) ? kind : undefined;
}

export function listenToOtherTabs(
  store: Pick<DraftStore<unknown, never>, "hearOtherTab">,
  key: string,
): () => void {
  const controller = new AbortController();
  const hear = (event: StorageEvent) => {
    if (event.storageArea === window.localStorage && event.key === key) store.hearOtherTab(event.newValue);
  };
  window.addEventListener("storage", hear, { signal: controller.signal });
  return () => controller.abort();
}

/** On the server, and where the browser refuses even the access, nothing is kept. */
export function browserStorage(name: "localStorage" | "sessionStorage"): Storage | (TextStorage & Forgetful) {
  try {
    return typeof window === "undefined" ? NOTHING_KEPT : window[name];
  } catch {
    return NOTHING_KEPT;
  }
}

type Forgetful = Pick<Storage, "removeItem">;

const NOTHING_KEPT: TextStorage & Forgetful = {
  getItem: () => null,
  setItem() {
    throw new Error("nothing is kept here");
  },
  removeItem() {},
};
