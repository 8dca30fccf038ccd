"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createDraftStore, type DraftStore } from "#lib/client/draft-store.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import { browserStorage, type DraftOwner, listenToOtherTabs } from "../use-create-draft.ts";
import {
  initialToolState,
  parseToolState,
  type ToolAction,
  type ToolState,
  toolReducer,
} from "./tool-state.ts";

export type ToolStore = DraftStore<ToolState, ToolAction>;

/** The draft of this person in this team for one tool, kept by the browser; each tool has its own. */
export function useToolDraft(form: ToolForm, owner: DraftOwner) {
  const key = `framewright:tool:v1:${form.kind.kind}:${owner.teamId}:${owner.userId}`;
  const [store] = useState((): ToolStore => {
    return createDraftStore<ToolState, ToolAction>({
      key,
      initial: initialToolState(form),
      reduce: toolReducer(form),
      parse: (value) => parseToolState(form, value),
      shared: browserStorage("localStorage"),
      own: browserStorage("sessionStorage"),
      now: Date.now,
      tabId: Math.random().toString(36).slice(2),
    });
  });
  const view = useSyncExternalStore(store.subscribe, store.read, store.readInitial);
  useEffect(() => listenToOtherTabs(store, key), [store, key]);
  return { ...view, store };
}
