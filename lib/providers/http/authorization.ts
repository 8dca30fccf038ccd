import { SignJWT } from "jose";
import type { Credential } from "#lib/contract/credential.ts";

/** Proves who we are to one upstream. Lives as long as its credential, so that tokens and what was learnt of clocks are kept. */
export type Authorization = {
  /** Value of the `Authorization` header. */
  readonly header: (nowMs: number) => Promise<string>;
  /**
   * After a refusal for the time in a token: takes the upstream's clock for true and signs anew. Tells by how much it is ahead of
   * ours, in milliseconds. Absent where no token carries a time.
   */
  readonly correctClock?: (clock: { readonly upstreamMs: number | null; readonly nowMs: number }) => number;
  /** Texts that may appear nowhere: what an upstream echoes is cleaned of them. */
  readonly secrets: () => readonly string[];
};

/** As the official samples have it (api-reference §1.2). */
const TOKEN_LIFE_MS = 1_800_000;
const NOT_BEFORE_MS = 5_000;
/** A token that ends sooner is not used any more: the call itself takes time, and so does a queue in front of upstream. */
const SPARE_MS = 300_000;

export function authorizationOf(credential: Credential): Authorization {
  if (credential.kind === "api_key") {
    const { key } = credential;
    return { header: async () => `Bearer ${key}`, secrets: () => [key] };
  }
  return tokenAuthorization(credential);
}

type Pair = Extract<Credential, { kind: "access_key_pair" }>;
type Token = { readonly text: string; readonly endsAtMs: number };

/** HS256 with the access key as issuer; `iat` is left out, as the vendor's own clients do (§1.2). */
function tokenAuthorization({ accessKey, secretKey }: Pair): Authorization {
  const signingKey = new TextEncoder().encode(secretKey);
  let token: Token | null = null;
  let skewMs = 0;

  const sign = async (upstreamNowMs: number): Promise<Token> => {
    const endsAtMs = upstreamNowMs + TOKEN_LIFE_MS;
    const text = await new SignJWT()
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setIssuer(accessKey)
      .setExpirationTime(Math.floor(endsAtMs / 1000))
      .setNotBefore(Math.floor((upstreamNowMs - NOT_BEFORE_MS) / 1000))
      .sign(signingKey);
    return { text, endsAtMs };
  };

  return {
    async header(nowMs) {
      const upstreamNowMs = nowMs + skewMs;
      // Also when our clock was set back: a token must not begin in the upstream's future.
      const isGood =
        token !== null &&
        token.endsAtMs - upstreamNowMs > SPARE_MS &&
        token.endsAtMs - upstreamNowMs <= TOKEN_LIFE_MS;
      if (token === null || !isGood) token = await sign(upstreamNowMs);
      return `Bearer ${token.text}`;
    },
    correctClock({ upstreamMs, nowMs }) {
      token = null;
      if (upstreamMs !== null) skewMs = upstreamMs - nowMs;
      return skewMs;
    },
    secrets: () => [secretKey, accessKey, ...(token === null ? [] : [token.text])],
  };
}
