import { restoreDraftOperation } from "#lib/contract/drafts.ts";
import { restoreDraft } from "#lib/drafts/trash-draft.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute(restoreDraftOperation, ({ caller, params }) =>
  restoreDraft({ caller, ...params }),
);
