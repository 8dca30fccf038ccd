import type { Invitation } from "#lib/contract/team.ts";
import { roleOf } from "./membership.ts";

/** Invitations are kept after their end, as a record; only this status can be accepted. */
export const PENDING = "pending";

export const INVITATION_SELECT = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
  inviter: { select: { name: true } },
} as const;

type Row = {
  readonly id: string;
  readonly email: string;
  readonly role: string | null;
  readonly expiresAt: Date;
  readonly inviter: { readonly name: string };
};

export function invitationView({ id, email, role, expiresAt, inviter }: Row): Invitation {
  return {
    id,
    email,
    role: roleOf(role ?? ""),
    invitedBy: inviter.name,
    expiresAt: expiresAt.toISOString(),
  };
}
