/**
 * Every HTTP endpoint that better-auth would answer with our settings, as its version of today has them. `open`: an
 * operation of ours stands before it. `closed`: answers 404. An upgrade that adds one fails the registry test until
 * someone has looked at it and written it down here.
 */
const LIST = `
  open   POST /sign-in/email
  open   POST /sign-out
  open   POST /request-password-reset
  open   POST /reset-password
  closed POST /sign-in/social
  closed GET /callback/:id
  closed POST /callback/:id
  closed GET /get-session
  closed POST /get-session
  closed POST /sign-up/email
  closed POST /verify-password
  closed GET /verify-email
  closed POST /send-verification-email
  closed POST /change-email
  closed POST /change-password
  closed POST /update-session
  closed POST /update-user
  closed POST /delete-user
  closed GET /reset-password/:token
  closed GET /list-sessions
  closed POST /revoke-session
  closed POST /revoke-sessions
  closed POST /revoke-other-sessions
  closed POST /link-social
  closed GET /list-accounts
  closed GET /delete-user/callback
  closed POST /unlink-account
  closed POST /refresh-token
  closed POST /get-access-token
  closed GET /account-info
  closed POST /organization/create
  closed POST /organization/update
  closed POST /organization/delete
  closed POST /organization/set-active
  closed GET /organization/get-organization
  closed GET /organization/get-full-organization
  closed GET /organization/list
  closed POST /organization/invite-member
  closed POST /organization/cancel-invitation
  closed POST /organization/accept-invitation
  closed GET /organization/get-invitation
  closed POST /organization/reject-invitation
  closed GET /organization/list-invitations
  closed GET /organization/get-active-member
  closed POST /organization/check-slug
  closed POST /organization/remove-member
  closed POST /organization/update-member-role
  closed POST /organization/leave
  closed GET /organization/list-user-invitations
  closed GET /organization/list-members
  closed GET /organization/get-active-member-role
  closed POST /organization/has-permission
  closed GET /ok
  closed GET /error
`;

export const AUTH_ENDPOINTS = LIST.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/))
  .map(([state = "", method = "", path = ""]) => ({ state, method, path }));
