import { getSetupOperation, setUpOperation } from "#lib/contract/account.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { createFirstTeam } from "#lib/teams/create-first-team.ts";
import { setupState } from "#lib/teams/setup-state.ts";

export const GET = defineRoute(getSetupOperation, setupState);

export const POST = defineRoute(setUpOperation, ({ body }) => createFirstTeam(body));
