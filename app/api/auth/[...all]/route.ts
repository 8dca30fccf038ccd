import {
  requestPasswordResetOperation,
  resetPasswordOperation,
  signInOperation,
  signOutOperation,
} from "#lib/contract/account.ts";
import { defineAuthRoutes } from "#lib/http/define-auth-routes.ts";

export const POST = defineAuthRoutes([
  signInOperation,
  signOutOperation,
  requestPasswordResetOperation,
  resetPasswordOperation,
]);
