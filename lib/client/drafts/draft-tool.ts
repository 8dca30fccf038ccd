import type { SaveDraft } from "#lib/contract/drafts.ts";

/** What a draft holds as it travels: plain JSON that only its tool understands. */
export type DraftContent = Pick<SaveDraft, "tool" | "state" | "words" | "pictureId">;

/** A draft that came from the server, read and ready to be put in place. */
export type ArrivedDraft<State> = {
  readonly state: State;
  /** Puts what lies beside the state (a drawing) where the tool keeps it. */
  readonly bring: (draftId: string) => Promise<void>;
};

/** What a tool of the Create screen does so that its drafts are kept by the server. */
export type DraftTool<State> = {
  /** False while there is nothing that anybody would miss: it is not sent. */
  readonly hasContent: (state: State) => boolean;
  /** All of it. @throws when it cannot be packed */
  readonly pack: (state: State, draftId: string) => Promise<DraftContent>;
  /** Reads what anybody of the team may have written; null when it is not this tool's. */
  readonly unpack: (state: unknown) => Promise<ArrivedDraft<State> | null>;
  /** What lies beside the state and changes on its own. */
  readonly beside?: BesideDraft<State>;
};

export type BesideDraft<State> = {
  /** Tells of every change, and whether a person made it here; the answer ends it. */
  readonly watch: (state: State, draftId: string, tell: (isMadeHere: boolean) => void) => () => void;
  /** Whether another tab changed it too. */
  readonly hasRival: (state: State, draftId: string) => boolean;
  readonly takeRival: (state: State, draftId: string) => void;
  readonly copy: (state: State, from: string, to: string) => Promise<void>;
};
