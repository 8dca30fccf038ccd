import type { DraftStore } from "#lib/client/draft-store.ts";
import { conflictOf, getDraft, saveDraft } from "#lib/client/drafts/draft-api.ts";
import { createDraftSync, type DraftSync } from "#lib/client/drafts/draft-sync.ts";
import type { DraftTool } from "#lib/client/drafts/draft-tool.ts";

type Start<State> = {
  readonly store: DraftStore<State, never>;
  readonly tool: DraftTool<State>;
  readonly signal: AbortSignal;
};

/** Begins to keep the draft on the server, and opens the one that the address asks for by `?edit=`. */
export function startDraftSync<State>({ store, tool, signal }: Start<State>): DraftSync<State> {
  const api = { get: getDraft, save: saveDraft, conflictOf };
  const sync = createDraftSync({ store, tool, api, now: Date.now });
  const look = () => {
    if (document.visibilityState === "hidden") void sync.flush();
    else void sync.check();
  };
  document.addEventListener("visibilitychange", look, { signal });
  window.addEventListener("focus", () => void sync.check(), { signal });
  window.addEventListener("online", () => void sync.flush(), { signal });
  signal.addEventListener("abort", sync.close);
  void begin(sync);
  return sync;
}

async function begin(sync: DraftSync): Promise<void> {
  const address = new URL(window.location.href);
  const wanted = address.searchParams.get("edit");
  if (wanted === null) return sync.check();
  window.history.replaceState(null, "", address.pathname);
  // Gone, not ours any more, or no network: what was here stays.
  await sync.open(wanted).catch(() => undefined);
}
