import { mutationOptions } from "@tanstack/react-query";
import type {
  ChangePassword,
  Me,
  ResetPassword,
  SetUp,
  SignIn,
  UpdateProfile,
} from "#lib/contract/account.ts";
import { callApi } from "./api.ts";

/** Makes the first account and team, and signs in. */
export const setUpMutation = () =>
  mutationOptions({
    mutationKey: ["setup"],
    mutationFn: async (setUp: SetUp) => {
      await callApi("POST", "/api/setup", { body: setUp });
      await signIn({ email: setUp.email, password: setUp.password });
    },
  });

export const signInMutation = () =>
  mutationOptions({ mutationKey: ["sign-in"], mutationFn: (credentials: SignIn) => signIn(credentials) });

/** Load a page afterwards instead of navigating inside this one: everything in memory was the old person's. */
export const signOutMutation = () =>
  mutationOptions({
    mutationKey: ["sign-out"],
    mutationFn: () => callApi("POST", "/api/auth/sign-out", { body: {} }),
  });

/** Succeeds whether or not there is such an account. */
export const requestPasswordResetMutation = () =>
  mutationOptions({
    mutationKey: ["request-password-reset"],
    mutationFn: (email: string) => callApi("POST", "/api/auth/request-password-reset", { body: { email } }),
  });

export const resetPasswordMutation = () =>
  mutationOptions({
    mutationKey: ["reset-password"],
    mutationFn: (reset: ResetPassword) => callApi("POST", "/api/auth/reset-password", { body: reset }),
  });

/** Pages know who is signed in from the server: refresh them afterwards. */
export const updateProfileMutation = () =>
  mutationOptions({
    mutationKey: ["update-profile"],
    mutationFn: (change: UpdateProfile) => callApi<Me>("PATCH", "/api/me", { body: change }),
  });

/** Ends every other session of this person. */
export const changePasswordMutation = () =>
  mutationOptions({
    mutationKey: ["change-password"],
    mutationFn: (passwords: ChangePassword) => callApi("POST", "/api/me/password", { body: passwords }),
  });

/** Load a page afterwards: everything in memory belongs to the team before. */
export const activateTeamMutation = () =>
  mutationOptions({
    mutationKey: ["activate-team"],
    mutationFn: (teamId: string) => callApi("POST", `/api/teams/${teamId}/activate`),
  });

function signIn(credentials: SignIn): Promise<void> {
  return callApi("POST", "/api/auth/sign-in/email", { body: credentials });
}
