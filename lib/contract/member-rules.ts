import { ROLES, type Role } from "./permissions.ts";

/** Roles that a person of this role may hand out: owners all of them, admins all but their masters'. */
export function assignableRoles(actor: Role): readonly Role[] {
  switch (actor) {
    case "owner":
      return ROLES;
    case "admin":
      return ["admin", "creator", "viewer"];
    case "creator":
    case "viewer":
      return [];
  }
}

type RoleChange = {
  readonly actor: Role;
  readonly target: Role;
  readonly next: Role;
};

/** Whether `actor` may give someone who is `target` the role `next`. Admins never touch owners; nobody raises themselves. */
export function mayChangeRole({ actor, target, next }: RoleChange): boolean {
  const assignable = assignableRoles(actor);
  return assignable.includes(target) && assignable.includes(next);
}

/** Whether `actor` may put someone who is `target` out of the team. */
export function mayRemove(actor: Role, target: Role): boolean {
  return assignableRoles(actor).includes(target);
}
