import { listDraftsOperation } from "#lib/contract/drafts.ts";
import { listDrafts } from "#lib/drafts/list-drafts.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(listDraftsOperation, async ({ caller }) => ({
  drafts: await listDrafts({ caller }),
}));
