import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { sendMail } from "#lib/net/send-mail.ts";
import { resetMail } from "./mail-texts.ts";

type Reset = { readonly user: { readonly email: string; readonly id: string }; readonly token: string };

/**
 * Mails the link for a new password. Does not wait for the mail server and does not fail with it: how long an
 * answer takes must not tell whether there is such an account.
 */
export async function mailPasswordReset({ user, token }: Reset): Promise<void> {
  const url = `${env.PUBLIC_URL}/reset-password?token=${token}`;
  sendMail({ to: user.email, ...resetMail(url) }).catch((err) =>
    log.error({ err, userId: user.id }, "password reset mail was not sent"),
  );
}
