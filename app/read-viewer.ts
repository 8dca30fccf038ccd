import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Membership } from "#lib/teams/membership.ts";
import { findViewer, type Viewer } from "#lib/teams/viewer.ts";

export type MemberViewer = Viewer & { readonly membership: Membership };

/** Who looks at this page, or null; asked once per request however many components want to know. */
export const readViewer = cache(async (): Promise<Viewer | null> => findViewer(await headers()));

/** The viewer with the team they work in; sends everyone else to where they can get one. */
export async function requireMember(): Promise<MemberViewer> {
  const viewer = await readViewer();
  if (viewer === null) redirect("/sign-in");
  if (viewer.membership === null) redirect("/choose-team");
  return { ...viewer, membership: viewer.membership };
}
