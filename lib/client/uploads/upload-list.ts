import type { Asset } from "#lib/contract/assets.ts";
import type { SendNews } from "./send-file.ts";

/** One file on its way, from the moment it was handed over until whoever wanted it has taken the asset. */
export type UploadEntry = {
  readonly id: string;
  /** For which place of which form; survives that the form is left and entered again. */
  readonly place: string;
  readonly name: string;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly state: UploadState;
};

export type UploadState =
  | { readonly phase: "queued" }
  | { readonly phase: "sending" }
  | { readonly phase: "checking" }
  | { readonly phase: "waiting"; readonly problem: unknown }
  | { readonly phase: "paused" }
  | { readonly phase: "refused"; readonly problem: unknown }
  | { readonly phase: "done"; readonly asset: Asset };

export type UploadList = readonly UploadEntry[];

export type UploadAction =
  | {
      readonly type: "add";
      readonly id: string;
      readonly place: string;
      readonly name: string;
      readonly bytes: number;
    }
  | { readonly type: "start" | "pause" | "resume" | "remove"; readonly id: string }
  | { readonly type: "news"; readonly id: string; readonly news: SendNews }
  | { readonly type: "refuse"; readonly id: string; readonly problem: unknown }
  | { readonly type: "finish"; readonly id: string; readonly asset: Asset };

/** How many files are sent at once: more would only share one line. */
export const AT_ONCE = 2;

export function reduceUploads(list: UploadList, action: UploadAction): UploadList {
  switch (action.type) {
    case "add": {
      const { id, place, name, bytes } = action;
      return [...list, { id, place, name, bytes, sentBytes: 0, state: { phase: "queued" } }];
    }
    case "remove":
      return list.filter(({ id }) => id !== action.id);
    case "start":
      return put(list, action.id, { state: { phase: "sending" } });
    case "pause":
      return put(list, action.id, { state: { phase: "paused" } });
    case "resume":
      return put(list, action.id, { state: { phase: "queued" } });
    case "refuse":
      return put(list, action.id, { state: { phase: "refused", problem: action.problem } });
    case "finish":
      return list.map((entry) =>
        entry.id === action.id
          ? { ...entry, sentBytes: entry.bytes, state: { phase: "done", asset: action.asset } }
          : entry,
      );
    case "news":
      return put(list, action.id, changeOf(action.news));
  }
}

function changeOf(news: SendNews): Partial<UploadEntry> {
  switch (news.phase) {
    case "sending":
      return { sentBytes: news.sentBytes, state: { phase: "sending" } };
    case "checking":
      return { state: { phase: "checking" } };
    case "waiting":
      return { state: { phase: "waiting", problem: news.problem } };
  }
}

function put(list: UploadList, id: string, change: Partial<UploadEntry>): UploadList {
  return list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}

/** Which files may begin now, oldest first. One that waits for the network holds its place. */
export function startable(list: UploadList): readonly string[] {
  const going = list.filter(isGoing).length;
  const queued = list.filter(({ state }) => state.phase === "queued");
  return queued.slice(0, Math.max(0, AT_ONCE - going)).map(({ id }) => id);
}

/** Whether leaving the page now would interrupt it. */
export function isGoing({ state }: UploadEntry): boolean {
  return state.phase === "sending" || state.phase === "checking" || state.phase === "waiting";
}

/** Share of all bytes that are on their way or wait for it, 0..1; null when there are none. */
export function overallShare(list: UploadList): number | null {
  const open = list.filter((entry) => isGoing(entry) || entry.state.phase === "queued");
  const bytes = open.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes === 0) return null;
  return open.reduce((sum, entry) => sum + entry.sentBytes, 0) / bytes;
}
