import type { Member } from "#lib/contract/team.ts";
import { roleOf } from "./membership.ts";

export const MEMBER_SELECT = {
  id: true,
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const;

type Row = {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly user: { readonly name: string; readonly email: string };
};

export function memberView({ id, userId, role, createdAt, user }: Row): Member {
  return {
    id,
    userId,
    name: user.name,
    email: user.email,
    role: roleOf(role),
    joinedAt: createdAt.toISOString(),
  };
}
