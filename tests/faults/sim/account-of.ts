import { z } from "zod";
import type { KnownBusinessCode } from "#lib/kling/codes.ts";

const claimsSchema = z.object({ iss: z.string(), exp: z.number(), nbf: z.number() });

/** Whose call it is, or why it is nobody's. A token of an access key names its account and its time (api-reference §1.2). */
export function accountOf(
  header: string,
  nowMs: number,
): { readonly account: string; readonly refusal: KnownBusinessCode | null } {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(header) ?? [];
  if (payload === undefined) return { account: header, refusal: null };
  const { iss, exp, nbf } = claimsSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  const refusal = nbf * 1000 > nowMs ? 1003 : exp * 1000 < nowMs ? 1004 : null;
  return { account: iss, refusal };
}
