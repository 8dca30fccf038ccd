import { PREFERENCE_COOKIES } from "#lib/contract/preferences.ts";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a preference where the server sees it with the next request; null forgets it. */
export function writePreference(name: keyof typeof PREFERENCE_COOKIES, value: string | null): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const maxAge = value === null ? 0 : ONE_YEAR_SECONDS;
  const cookie = `${PREFERENCE_COOKIES[name]}=${encodeURIComponent(value ?? "")}`;
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing outside https and in older browsers
  document.cookie = `${cookie}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}`;
}
