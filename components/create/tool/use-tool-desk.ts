"use client";

import { useCallback } from "react";
import { CREATE_TOOLS, isToolKind } from "#lib/client/create-link.ts";
import type { DraftTool } from "#lib/client/drafts/draft-tool.ts";
import { MAX_DRAFT_WORDS } from "#lib/contract/draft-limits.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import type { DraftDesk } from "../drafts/draft-desk.ts";
import { useDraftSync } from "../drafts/use-draft-sync.ts";
import type { DraftOwner } from "../use-create-draft.ts";
import { hasToolContent, initialToolState, parseToolState, type ToolState } from "./tool-state.ts";
import type { ToolStore } from "./use-tool-draft.ts";

type Setup = {
  readonly form: ToolForm;
  readonly store: ToolStore;
  readonly owner: DraftOwner;
  readonly mayCreate: boolean;
  readonly onOpened: () => void;
};

/** The drafts of one tool: each tool has its own. */
export function useToolDesk({ form, store, owner, mayCreate, onOpened }: Setup): DraftDesk<ToolState> {
  const loadTool = useCallback(async () => toolOf(form), [form]);
  const sync = useDraftSync({ store, loadTool, isWanted: mayCreate });
  return {
    store,
    sync,
    userId: owner.userId,
    isHere: (tool) => tool === slugOf(form),
    blank: () => initialToolState(form),
    differences: (mine, theirs) => (JSON.stringify(mine) === JSON.stringify(theirs) ? [] : ["settings"]),
    onOpened,
  };
}

function toolOf(form: ToolForm): DraftTool<ToolState> {
  return {
    hasContent: (state) => hasToolContent(form, state),
    pack: async (state) => ({
      tool: slugOf(form),
      state: JSON.parse(JSON.stringify({ form: state })), // exactly what will come back
      words: wordsOf(state).slice(0, MAX_DRAFT_WORDS),
      pictureId: null,
    }),
    async unpack(value) {
      if (typeof value !== "object" || value === null || !("form" in value)) return null;
      const state = parseToolState(form, value.form);
      return state === null ? null : { state, bring: async () => {} };
    },
  };
}

function slugOf({ kind: { kind } }: ToolForm): string {
  return isToolKind(kind) ? CREATE_TOOLS[kind].slug : kind;
}

/** What was typed first, for lists. */
function wordsOf({ draft }: ToolState): string {
  const { prompt, text } = draft;
  const typed = [prompt, text].find((value) => typeof value === "string" && value.trim() !== "");
  return typeof typed === "string" ? typed.trim() : "";
}
