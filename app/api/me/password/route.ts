import { changePasswordOperation } from "#lib/contract/account.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { changePassword } from "#lib/teams/change-password.ts";

export const POST = defineRoute(changePasswordOperation, ({ caller, body }) => changePassword(caller, body));
