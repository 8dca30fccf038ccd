import { type Carried, carriedFromClip, hasCarriedContent } from "#lib/kling/forms/carried.ts";
import { carryOverToClip } from "#lib/kling/forms/carry-over.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import type { Localized } from "#lib/shared/localized.ts";
import type { CreateState } from "../create-state.ts";
import { handOver } from "./hand-over.ts";

type Taken = { readonly state: CreateState; readonly setAside: readonly Localized[] };

/** The clips' form with what another tool held; null when that is nothing. */
export function takeIntoClip(state: CreateState, carried: Carried): Taken | null {
  if (!hasCarriedContent(carried)) return null;
  const { draft, known, setAside } = carryOverToClip(state.draft.kind, carried);
  const sizeOf = (reference: string | null): ImageSize | null => {
    const { widthPx, heightPx } = (reference !== null && known[reference]) || {
      widthPx: null,
      heightPx: null,
    };
    return widthPx === null || heightPx === null ? null : { widthPx, heightPx };
  };
  const sizes = { image: sizeOf(draft.image), image_tail: sizeOf(draft.image_tail) };
  return { state: { ...state, draft, sizes }, setAside };
}

/** Leaves the clips' form for another tool to take up. Its pictures go by what is known of them: their sides. */
export function leaveFromClip({ draft, sizes }: CreateState): void {
  const known = [[draft.image, sizes.image] as const, [draft.image_tail, sizes.image_tail] as const].flatMap(
    ([reference, size]) => {
      if (reference === null || size === null) return [];
      return [[reference, { ...UNKNOWN_PICTURE, ...size }] as const];
    },
  );
  handOver(carriedFromClip(draft, Object.fromEntries(known)));
}

/** Whatever is in the clips' form has passed its checks: type and bytes are within every picture's limits. */
const UNKNOWN_PICTURE = {
  name: "",
  mime: "image/png",
  bytes: 0,
  durationSeconds: null,
  fps: null,
  hasSound: null,
} as const;
