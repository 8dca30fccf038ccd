import { getMeOperation, updateMeOperation } from "#lib/contract/account.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { meOf } from "#lib/teams/me.ts";
import { updateProfile } from "#lib/teams/update-profile.ts";

export const GET = defineRoute(getMeOperation, ({ caller }) => meOf(caller));

export const PATCH = defineRoute(updateMeOperation, async ({ caller, body }) =>
  meOf(await updateProfile(caller, body)),
);
