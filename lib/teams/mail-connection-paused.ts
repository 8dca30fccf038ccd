import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { log } from "#lib/log.ts";
import { sendMail, sendsMail } from "#lib/net/send-mail.ts";
import { connectionPausedMail } from "./mail-texts.ts";

/** A connection that was just paused because its account refuses, with upstream's code. */
export type PausedConnection = {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly code: number;
};

const TOLD = ["owner", "admin"];

/**
 * Mails those of a team who can do something about it, where this instance has a mail server. Never fails: the studio itself and the
 * team's receivers tell it as well.
 */
export async function mailConnectionPaused(paused: PausedConnection): Promise<void> {
  if (!sendsMail()) return;
  await mailAll(paused).catch((err) =>
    log.error({ err, connectionId: paused.id }, "nobody could be mailed about a paused connection"),
  );
}

async function mailAll({ id, teamId, name, code }: PausedConnection): Promise<void> {
  const members = await systemDb.member.findMany({
    where: { organizationId: teamId, role: { in: TOLD } },
    select: { user: { select: { id: true, email: true } } },
  });
  const url = `${env.PUBLIC_URL}/settings/connections`;
  const mail = connectionPausedMail({ name, code, reason: findBusinessCode(code), url });
  await Promise.all(
    members.map(({ user }) =>
      sendMail({ to: user.email, ...mail }).catch((err) =>
        log.error(
          { err, userId: user.id, connectionId: id },
          "a mail about a paused connection was not sent",
        ),
      ),
    ),
  );
}
