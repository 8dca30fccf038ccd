import type { Theme } from "#lib/contract/account-limits.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Locale } from "#lib/shared/localized.ts";
import type { Session } from "./session.ts";

export type ProfileChange = {
  readonly name?: string | undefined;
  /** Null follows the browser. */
  readonly locale?: Locale | null | undefined;
  /** Null follows the system. */
  readonly theme?: Theme | null | undefined;
};

/** Changes what was given and returns the session as it is afterwards. */
export async function updateProfile(session: Session, change: ProfileChange): Promise<Session> {
  const { name, locale, theme } = await systemDb.user.update({
    where: { id: session.userId },
    data: { name: change.name, locale: change.locale, theme: change.theme },
    select: { name: true, locale: true, theme: true },
  });
  return { ...session, name, locale, theme };
}
