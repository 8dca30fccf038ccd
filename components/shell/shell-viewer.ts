import type { Role } from "#lib/contract/permissions.ts";

type Place = { readonly teamId: string; readonly teamName: string; readonly role: Role };

/** What the frame around every screen shows of the person and their teams. */
export type ShellViewer = {
  readonly user: { readonly name: string; readonly email: string };
  readonly membership: Place;
  readonly teams: readonly Place[];
};
