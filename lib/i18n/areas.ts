/** One message file per area and language; a page sends only the areas that it uses to the browser. */
export const AREAS = [
  "common",
  "shell",
  "entry",
  "account",
  "create",
  "drafts",
  "motion",
  "intake",
  "uploads",
  "gallery",
  "task",
  "library",
  "team",
  "audit",
  "settings",
  "connections",
  "webhooks",
  "docs",
] as const;

export type Area = (typeof AREAS)[number];
