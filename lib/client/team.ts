import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { Role } from "#lib/contract/permissions.ts";
import type {
  AcceptInvitation,
  Invitation,
  InviteMember,
  Member,
  NewInvitation,
  Team,
} from "#lib/contract/team.ts";
import { callApi } from "./api.ts";

const teamKeys = {
  team: ["team"] as const,
  members: ["team", "members"] as const,
  invitations: ["team", "invitations"] as const,
};

export const teamQuery = () =>
  queryOptions({
    queryKey: teamKeys.team,
    queryFn: ({ signal }) => callApi<Team>("GET", "/api/team", { signal }),
  });

export const membersQuery = () =>
  queryOptions({
    queryKey: teamKeys.members,
    queryFn: async ({ signal }) => {
      const { members } = await callApi<{ members: Member[] }>("GET", "/api/members", { signal });
      return members;
    },
  });

/** For owners and admins; anyone else is refused. */
export const invitationsQuery = () =>
  queryOptions({
    queryKey: teamKeys.invitations,
    queryFn: async ({ signal }) => {
      const answer = await callApi<{ invitations: Invitation[] }>("GET", "/api/invitations", { signal });
      return answer.invitations;
    },
  });

/** Pages know the team's name from the server: refresh them afterwards. */
export const renameTeamMutation = () =>
  mutationOptions({
    mutationKey: ["rename-team"],
    mutationFn: (name: string) => callApi<Team>("PATCH", "/api/team", { body: { name } }),
    onSuccess: (team, _name, _result, { client }) => client.setQueryData(teamKeys.team, team),
  });

/** Load a page afterwards: the session works in another team from then on, or in none. */
export const leaveTeamMutation = () =>
  mutationOptions({ mutationKey: ["leave-team"], mutationFn: () => callApi("POST", "/api/team/leave") });

export const setRoleMutation = () =>
  mutationOptions({
    mutationKey: ["set-role"],
    mutationFn: ({ memberId, role }: { memberId: string; role: Role }) =>
      callApi<Member>("PATCH", `/api/members/${memberId}`, { body: { role } }),
    onSettled: (_member, _error, _change, _result, { client }) =>
      client.invalidateQueries({ queryKey: teamKeys.members }),
  });

export const removeMemberMutation = () =>
  mutationOptions({
    mutationKey: ["remove-member"],
    mutationFn: (memberId: string) => callApi("DELETE", `/api/members/${memberId}`),
    onSettled: (_nothing, _error, _memberId, _result, { client }) =>
      client.invalidateQueries({ queryKey: teamKeys.members }),
  });

/** The answer carries the link; it is not shown again. */
export const inviteMemberMutation = () =>
  mutationOptions({
    mutationKey: ["invite-member"],
    mutationFn: (invitation: InviteMember) =>
      callApi<NewInvitation>("POST", "/api/invitations", { body: invitation }),
    onSettled: (_invitation, _error, _order, _result, { client }) =>
      client.invalidateQueries({ queryKey: teamKeys.invitations }),
  });

export const cancelInvitationMutation = () =>
  mutationOptions({
    mutationKey: ["cancel-invitation"],
    mutationFn: (invitationId: string) => callApi("DELETE", `/api/invitations/${invitationId}`),
    onSettled: (_nothing, _error, _invitationId, _result, { client }) =>
      client.invalidateQueries({ queryKey: teamKeys.invitations }),
  });

/** Joins a team; with a new account, its owner is signed in by the same call. */
export const acceptInvitationMutation = (token: string) =>
  mutationOptions({
    mutationKey: ["accept-invitation"],
    mutationFn: async (acceptance: AcceptInvitation) => {
      const { email } = await callApi<{ teamId: string; email: string }>(
        "POST",
        `${invitationPath(token)}/accept`,
        { body: acceptance },
      );
      if (!acceptance.account) return;
      const { password } = acceptance.account;
      await callApi("POST", "/api/auth/sign-in/email", { body: { email, password } });
    },
  });

function invitationPath(token: string): string {
  return `/api/invitations/${encodeURIComponent(token)}`;
}
