import { Prisma } from "#lib/db/generated/client.ts";

/** Longest raw answer we keep, in characters of JSON. */
const MAX_CHARACTERS = 64_000;

/** A provider's answer as a JSON column takes it: only for people to read, so an absurdly long one is left out. */
export function rawJson(raw: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  const text = JSON.stringify(raw);
  if (text === undefined || text.length > MAX_CHARACTERS) return Prisma.DbNull;
  return JSON.parse(text.replaceAll("\\u0000", ""));
}
