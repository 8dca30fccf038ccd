"use client";

import { useCallback } from "react";
import type { DraftStore } from "#lib/client/draft-store.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { type CreateAction, type CreateState, initialCreateState } from "../create-state.ts";
import { kindOfSlug } from "../tools.ts";
import type { DraftOwner } from "../use-create-draft.ts";
import { differencesOf } from "./differences.ts";
import type { DraftDesk } from "./draft-desk.ts";
import { useDraftSync } from "./use-draft-sync.ts";

type Setup = {
  readonly store: DraftStore<CreateState, CreateAction>;
  readonly owner: DraftOwner;
  readonly mayCreate: boolean;
  readonly onOpened: () => void;
};

/** The drafts of clips, of text and of pictures alike. */
export function useClipDesk({ store, owner, mayCreate, onOpened }: Setup): DraftDesk<CreateState> {
  const loadTool = useCallback(
    async () => (await import("./create-draft-tool.ts")).createDraftTool(owner),
    [owner],
  );
  const sync = useDraftSync({ store, loadTool, isWanted: mayCreate });
  return {
    store,
    sync,
    userId: owner.userId,
    isHere(tool) {
      const kind = kindOfSlug(tool);
      return kind !== undefined && isClipKind(kind);
    },
    blank: () => initialCreateState(store.read().state.draft.kind),
    differences: differencesOf,
    onOpened,
  };
}
