import type { Role } from "#lib/contract/permissions.ts";

/** The member who looks at the screen. */
export type Self = { readonly memberId: string; readonly teamName: string; readonly role: Role };
