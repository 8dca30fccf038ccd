"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import type { DraftStore, DraftView } from "#lib/client/draft-store.ts";
import { newDraftId } from "#lib/client/new-draft-id.ts";
import type { DraftDesk } from "./draft-desk.ts";
import type { OtherVersion } from "./draft-notices.tsx";
import { useSyncView } from "./use-draft-sync.ts";

const DraftNotices = lazy(async () => ({ default: (await import("./draft-notices.tsx")).DraftNotices }));

/** Where trouble with the draft is told. The place is always there, so that what appears in it is announced. */
export function DraftTrouble<State>({ desk }: { desk: DraftDesk<State> }) {
  const { store, sync, userId, differences } = desk;
  const { state, rival, isKept } = useDraftView(store);
  const { hasBesideRival, wasOrphaned, summary } = useSyncView(sync);
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {(rival !== null || hasBesideRival || wasOrphaned || !isKept) && (
        <Suspense>
          <DraftNotices
            other={otherVersion()}
            fields={rival === null ? [] : differences(state, rival.state)}
            {...{ wasOrphaned, isKept }}
            // Without the part that knows the server (no network for it yet) the forms alone are parted.
            onTake={() => (sync === null ? store.takeRival() : void sync.takeTheirs())}
            onKeep={() => (sync === null ? store.fork(newDraftId()) : void sync.keepAsCopy())}
          />
        </Suspense>
      )}
    </div>
  );

  function otherVersion(): OtherVersion | null {
    if (rival === null) return hasBesideRival ? { from: "drawing" } : null;
    if (rival.by === null) return { from: "tab" };
    return summary?.editor?.userId === userId ? { from: "own" } : { from: "person", name: rival.by };
  }
}

function useDraftView<State>(store: DraftStore<State, never>): DraftView<State> {
  return useSyncExternalStore(store.subscribe, store.read, store.readInitial);
}
