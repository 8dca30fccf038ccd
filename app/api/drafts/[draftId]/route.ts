import {
  getDraftOperation,
  saveDraftOperation,
  trashDraftOperation,
  updateDraftOperation,
} from "#lib/contract/drafts.ts";
import { getDraft } from "#lib/drafts/get-draft.ts";
import { saveDraft } from "#lib/drafts/save-draft.ts";
import { trashDraft } from "#lib/drafts/trash-draft.ts";
import { updateDraft } from "#lib/drafts/update-draft.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(getDraftOperation, ({ caller, params }) => getDraft({ caller, ...params }));

export const PUT = defineRoute(saveDraftOperation, ({ caller, params, body }) =>
  saveDraft({ caller, ...params, ...body }),
);

export const PATCH = defineRoute(updateDraftOperation, ({ caller, params, body }) =>
  updateDraft({ caller, ...params, ...body }),
);

export const DELETE = defineRoute(trashDraftOperation, ({ caller, params }) =>
  trashDraft({ caller, ...params }),
);
