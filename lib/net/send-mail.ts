import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Longest wait for each step of a delivery; a mail server that hangs must not hold a request. */
const TIMEOUT_MS = 10_000;

/** Whether this instance was given a mail server. */
export function sendsMail(): boolean {
  return env.SMTP_URL !== undefined;
}

/**
 * Hands one plain-text mail to the mail server.
 * @throws AppError provider_unavailable when there is none or it does not take the mail
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  if (env.SMTP_URL === undefined) throw new AppError("provider_unavailable", "No mail server is set up.");
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: env.SMTP_FROM, to, subject, text });
  } catch (cause) {
    throw new AppError("provider_unavailable", "The mail could not be sent.", { retryable: true, cause });
  } finally {
    transport.close();
  }
}
