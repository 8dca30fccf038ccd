/**
 * Every page and whom it is for. `member`: sends anyone else to where they can become one, before it reads anything.
 * `anyone`: shows nothing of a team.
 */
export const PAGES: Readonly<Record<string, "anyone" | "user" | "member">> = {
  "/": "anyone",
  "/setup": "anyone",
  "/sign-in": "anyone",
  "/forgot-password": "anyone",
  "/reset-password": "anyone",
  "/invite/{invitationId}": "anyone",
  "/choose-team": "user",
  "/create": "member",
  "/create/{tool}": "member",
  "/gallery": "member",
  "/tasks/{taskId}": "member",
  "/library": "member",
  "/library/assets": "member",
  "/library/effects": "member",
  "/library/elements": "member",
  "/library/voices": "member",
  "/team": "member",
  "/settings": "member",
  "/settings/connections": "member",
  "/settings/webhooks": "member",
  "/docs/api": "member",
  "/docs/capabilities": "member",
};
