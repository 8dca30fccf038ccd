import { brushDraft, brushKey } from "#components/motion/drafts/brush-draft.ts";
import { CREATE_TOOLS } from "#lib/client/create-link.ts";
import type { DraftTool } from "#lib/client/drafts/draft-tool.ts";
import { MAX_DRAFT_WORDS } from "#lib/contract/draft-limits.ts";
import { emptyDocument } from "#lib/motion/document.ts";
import { packDrawing } from "#lib/motion/packed/pack-drawing.ts";
import { type CreateState, hasContent } from "../create-state.ts";
import { readClip } from "../shared/read-clip.ts";
import type { DraftOwner } from "../use-create-draft.ts";

const ASSET = /^asset_/;

/** How the drafts of clips travel: what the form holds, and what is drawn on the first frame. */
export function createDraftTool(owner: DraftOwner): DraftTool<CreateState> {
  const drawingOf = ({ draft: { image } }: CreateState, draftId: string) =>
    image === null ? null : brushDraft(brushKey({ ...owner, draftId }, image));
  return {
    hasContent,
    async pack(state, draftId) {
      const { draft } = state;
      const drawn = (await drawingOf(state, draftId)?.load()) ?? null;
      const drawing = drawn === null || drawn.done.length === 0 ? null : await packDrawing(drawn);
      return {
        tool: CREATE_TOOLS[draft.kind].slug,
        state: JSON.parse(JSON.stringify({ form: state, drawing })), // exactly what will come back
        words: draft.prompt.trim().slice(0, MAX_DRAFT_WORDS),
        pictureId: draft.image !== null && ASSET.test(draft.image) ? draft.image : null,
      };
    },
    async unpack(value) {
      const read = await readClip(value);
      if (read === null) return null;
      const { state, drawing } = read;
      return {
        state,
        async bring(draftId) {
          const place = drawingOf(state, draftId);
          const there = await place?.load();
          if (drawing !== null) await place?.replace(drawing);
          else if (there) await place?.replace(emptyDocument(there.size));
        },
      };
    },
    beside: {
      watch(state, draftId, tell) {
        const drawing = drawingOf(state, draftId);
        if (drawing === null) return () => {};
        let known = drawing.read();
        void drawing.load().then(tell.bind(null, false));
        return drawing.subscribe(() => {
          const now = drawing.read();
          const isDrawn = now !== known && drawing.isDrawnHere();
          known = now;
          tell(isDrawn);
        });
      },
      hasRival: (state, draftId) => drawingOf(state, draftId)?.rival() != null,
      takeRival: (state, draftId) => drawingOf(state, draftId)?.takeRival(),
      async copy(state, from, to) {
        const drawn = await drawingOf(state, from)?.load();
        if (drawn) await drawingOf(state, to)?.replace(drawn);
      },
    },
  };
}
