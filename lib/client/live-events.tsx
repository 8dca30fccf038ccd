"use client";

import { useLiveEvents } from "./events.ts";

/**
 * Once in the studio's layout, below the query client. `after` is the team's newest `seq`, read before anything
 * else on the page; null when nobody asked.
 */
export function LiveEvents({ after }: { after: number | null }) {
  useLiveEvents(after);
  return null;
}
