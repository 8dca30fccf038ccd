import { type Draft, defaultDraft, fromRequest } from "#lib/kling/draft.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { switchKind } from "#lib/kling/switch-kind.ts";
import type { ClipKind } from "#lib/kling/task-kinds.ts";

/** The draft's fields that hold a picture. */
export const PICTURE_SLOTS = ["image", "image_tail"] as const;
export type PictureSlot = (typeof PICTURE_SLOTS)[number];

/** A picture that is stored and may be used in a request. */
export type Picture = { readonly assetId: string; readonly size: ImageSize | null };

/** Everything a person has put in on the Create screen. Plain JSON; it is kept as it is. */
export type CreateState = {
  readonly draft: Draft;
  /** Measures of the pictures in the draft, as far as they are known: they decide the clip's size. */
  readonly sizes: Readonly<Record<PictureSlot, ImageSize | null>>;
  readonly takes: number;
  /** The connection to order at; null is the team's default. */
  readonly connectionId: string | null;
};

export type CreateAction =
  | { readonly type: "edit"; readonly patch: Partial<Draft> }
  | { readonly type: "choose-kind"; readonly kind: ClipKind }
  | { readonly type: "put-picture"; readonly slot: PictureSlot; readonly picture: Picture }
  | { readonly type: "remove-picture"; readonly slot: PictureSlot }
  | { readonly type: "swap-pictures" }
  | { readonly type: "set-takes"; readonly takes: number }
  | { readonly type: "choose-connection"; readonly connectionId: string | null }
  | {
      readonly type: "use-request";
      readonly request: ClipRequest;
      readonly sizes: Partial<Record<PictureSlot, ImageSize>>;
    }
  | { readonly type: "restore"; readonly state: CreateState };

export function initialCreateState(kind: ClipKind): CreateState {
  return { draft: defaultDraft(kind), sizes: NO_SIZES, takes: 1, connectionId: null };
}

/** The one place where the Create screen's content changes. */
export function reduceCreate(state: CreateState, action: CreateAction): CreateState {
  switch (action.type) {
    case "edit":
      return withDraft(state, { ...state.draft, ...action.patch });
    case "choose-kind":
      return action.kind === state.draft.kind
        ? state
        : withDraft(state, switchKind(state.draft, action.kind));
    case "put-picture":
      return {
        ...state,
        draft: { ...state.draft, [action.slot]: action.picture.assetId },
        sizes: { ...state.sizes, [action.slot]: action.picture.size },
      };
    case "remove-picture":
      return withDraft(state, { ...state.draft, [action.slot]: null });
    case "swap-pictures":
      return {
        ...state,
        draft: { ...state.draft, image: state.draft.image_tail, image_tail: state.draft.image },
        sizes: { image: state.sizes.image_tail, image_tail: state.sizes.image },
      };
    case "set-takes":
      return { ...state, takes: action.takes };
    case "choose-connection":
      return { ...state, connectionId: action.connectionId };
    case "use-request":
      return { ...state, draft: fromRequest(action.request), sizes: { ...NO_SIZES, ...action.sizes } };
    case "restore":
      return action.state;
  }
}

/** Whether anything was put in that a person would miss. */
export function hasContent({ draft }: CreateState): boolean {
  return [draft.prompt, draft.negative_prompt].some((text) => text.trim() !== "") || draft.image !== null;
}

const NO_SIZES: CreateState["sizes"] = { image: null, image_tail: null };

/** Forgets the measures of pictures that the draft no longer holds. */
function withDraft(state: CreateState, draft: Draft): CreateState {
  return {
    ...state,
    draft,
    sizes: {
      image: draft.image === null ? null : state.sizes.image,
      image_tail: draft.image_tail === null ? null : state.sizes.image_tail,
    },
  };
}
