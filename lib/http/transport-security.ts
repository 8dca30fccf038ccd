import { env } from "#lib/env.ts";

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** Whether people reach the studio over https. */
export function isSecureStudio(): boolean {
  return env.PUBLIC_URL.startsWith("https://");
}

/**
 * Tells browsers to come over https only, from then on. Sent while answering and not by `next.config.ts`, which is
 * read when the studio is built and does not know its address.
 */
export function addTransportSecurity(headers: Headers): void {
  if (isSecureStudio()) headers.set("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}`);
}
