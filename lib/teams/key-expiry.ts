const DAY_MS = 24 * 60 * 60 * 1000;

/** When a key made now ends; null = when it is revoked. */
export function expiryOf(days: number | null, now: Date): Date | null {
  return days === null ? null : new Date(now.getTime() + days * DAY_MS);
}
