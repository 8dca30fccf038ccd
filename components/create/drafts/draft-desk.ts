import type { DraftLink, DraftStore } from "#lib/client/draft-store.ts";
import type { DraftSync } from "#lib/client/drafts/draft-sync.ts";

/** What may differ between two versions of a draft, in the words of `drafts.fields`. */
export type DraftField =
  | "tool"
  | "prompt"
  | "negative_prompt"
  | "image"
  | "image_tail"
  | "guide"
  | "camera"
  | "drawing"
  | "model_name"
  | "mode"
  | "duration"
  | "aspect_ratio"
  | "sound"
  | "cfg_scale"
  | "watermark"
  | "takes"
  | "connectionId"
  | "settings";

/** What the drafts' menu, notices and buttons need of a tool; the same for every tool. */
export type DraftDesk<State> = {
  readonly store: DraftStore<State, never>;
  /** Null until it is loaded, and for those who may not create. */
  readonly sync: DraftSync<State> | null;
  readonly userId: string;
  /** Whether a draft of this tool opens on this very screen. */
  readonly isHere: (tool: string) => boolean;
  readonly blank: () => State;
  readonly differences: (mine: State, theirs: State) => readonly DraftField[];
  /** Called when another draft has taken this one's place. */
  readonly onOpened: () => void;
};

/** What sharing a draft needs, whatever is in it. */
export type ShareDesk = {
  readonly store: { readonly read: () => { readonly link: DraftLink } };
  readonly sync: DraftSync | null;
};
