import { z } from "zod";
import { NAME_MAX_LENGTH, TEAM_NAME_MAX_LENGTH } from "./account-limits.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { ROLES } from "./permissions.ts";
import { emailSchema, lineSchema, passwordSchema } from "./text.ts";

export const teamSchema = z.object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime() });

export const memberSchema = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  joinedAt: z.iso.datetime(),
});

export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
});

/** An invitation as the one who made it sees it, once: the link is never shown again. */
export const newInvitationSchema = invitationSchema.extend({
  url: z.string(),
  /** Whether the link was also mailed. */
  mailed: z.boolean(),
});

/** What the holder of a link may know before they join. */
export const invitationPreviewSchema = z.object({
  teamName: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** Someone with this address has an account: they sign in and accept; anyone else chooses a name and a password. */
  hasAccount: z.boolean(),
});

export const inviteMemberSchema = z.strictObject({ email: emailSchema, role: z.enum(ROLES) });

export const acceptInvitationSchema = z.strictObject({
  /** For a new account; left out by someone who is signed in. */
  account: z.strictObject({ name: lineSchema(NAME_MAX_LENGTH), password: passwordSchema }).optional(),
});

export type Team = z.infer<typeof teamSchema>;
export type Member = z.infer<typeof memberSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type NewInvitation = z.infer<typeof newInvitationSchema>;
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;
export type InviteMember = z.input<typeof inviteMemberSchema>;
export type AcceptInvitation = z.input<typeof acceptInvitationSchema>;

const memberParamsSchema = z.strictObject({ memberId: idSchema("member") });

/** The text at the end of an invitation's link: id and MAC (`lib/secrets/invitation-link.ts`). */
const invitationLinkSchema = z.strictObject({ invitationId: z.string().min(60).max(100) });

export const getTeamOperation = defineOperation({
  id: "getTeam",
  method: "GET",
  path: "/api/team",
  summary: "The active team.",
  access: { kind: "member", action: "team.read" },
  response: teamSchema,
});

export const updateTeamOperation = defineOperation({
  id: "updateTeam",
  method: "PATCH",
  path: "/api/team",
  summary: "Rename the active team.",
  access: { kind: "member", action: "team.update" },
  audit: "team.renamed",
  body: z.strictObject({ name: lineSchema(TEAM_NAME_MAX_LENGTH) }),
  response: teamSchema,
});

export const leaveTeamOperation = defineOperation({
  id: "leaveTeam",
  method: "POST",
  path: "/api/team/leave",
  summary: "Leave the active team; its last owner cannot.",
  access: { kind: "member", action: "member.leave" },
  audit: "member.left",
});

export const listTeamsOperation = defineOperation({
  id: "listTeams",
  method: "GET",
  path: "/api/teams",
  summary: "The teams that one may switch to.",
  access: { kind: "user" },
  response: z.object({ teams: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })) }),
});

export const activateTeamOperation = defineOperation({
  id: "activateTeam",
  method: "POST",
  path: "/api/teams/{teamId}/activate",
  summary: "Work in another of one's teams from now on, in this session.",
  access: { kind: "user" },
  audit: { none: "chooses among rights that one has" },
  params: z.strictObject({ teamId: idSchema("team") }),
});

export const listMembersOperation = defineOperation({
  id: "listMembers",
  method: "GET",
  path: "/api/members",
  summary: "The people of the active team.",
  access: { kind: "member", action: "member.read" },
  response: z.object({ members: z.array(memberSchema) }),
});

export const setRoleOperation = defineOperation({
  id: "setRole",
  method: "PATCH",
  path: "/api/members/{memberId}",
  summary: "Give a member another role; takes effect with their next request.",
  access: { kind: "member", action: "member.set_role" },
  audit: "member.role_changed",
  params: memberParamsSchema,
  body: z.strictObject({ role: z.enum(ROLES) }),
  response: memberSchema,
});

export const removeMemberOperation = defineOperation({
  id: "removeMember",
  method: "DELETE",
  path: "/api/members/{memberId}",
  summary: "Put a member out of the team; their sessions in it and their keys end at once.",
  access: { kind: "member", action: "member.remove" },
  audit: "member.removed",
  params: memberParamsSchema,
});

export const listInvitationsOperation = defineOperation({
  id: "listInvitations",
  method: "GET",
  path: "/api/invitations",
  summary: "Invitations that can still be accepted.",
  access: { kind: "member", action: "member.invite" },
  response: z.object({ invitations: z.array(invitationSchema) }),
});

export const inviteMemberOperation = defineOperation({
  id: "inviteMember",
  method: "POST",
  path: "/api/invitations",
  summary: "Invite someone by a link that is shown once, and mailed when this instance sends mail.",
  access: { kind: "member", action: "member.invite" },
  audit: "member.invited",
  rateClass: "write",
  body: inviteMemberSchema,
  response: newInvitationSchema,
  status: 201,
});

export const cancelInvitationOperation = defineOperation({
  id: "cancelInvitation",
  method: "DELETE",
  path: "/api/invitations/{invitationId}",
  summary: "Make an invitation's link worthless.",
  access: { kind: "member", action: "member.invite" },
  audit: "member.invitation_canceled",
  params: z.strictObject({ invitationId: idSchema("invitation") }),
});

export const getInvitationOperation = defineOperation({
  id: "getInvitation",
  method: "GET",
  path: "/api/invitations/{invitationId}",
  summary: "What the holder of a link is invited to. The path carries the link's secret, not the bare id.",
  access: { kind: "public" },
  params: invitationLinkSchema,
  response: invitationPreviewSchema,
});

export const acceptInvitationOperation = defineOperation({
  id: "acceptInvitation",
  method: "POST",
  path: "/api/invitations/{invitationId}/accept",
  summary: "Join a team by an invitation's link, with a new account or as the one who is signed in.",
  access: { kind: "public" },
  audit: "member.joined",
  rateClass: "credentials",
  params: invitationLinkSchema,
  body: acceptInvitationSchema,
  response: z.object({ teamId: z.string(), email: z.string() }),
  status: 201,
});
