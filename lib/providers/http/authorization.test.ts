import { decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { authorizationOf } from "./authorization.ts";

const NOW_MS = 1_781_080_778_802;
const MINUTE_MS = 60_000;
const PAIR = { kind: "access_key_pair", accessKey: "AK-1", secretKey: "short" } as const;

function claimsOf(header: string) {
  const token = header.replace("Bearer ", "");
  const { iss, nbf = 0, exp = 0, iat } = decodeJwt(token);
  return { iss, nbf, exp, iat, token };
}

test("an API key is the bearer as it is", async () => {
  const authorization = authorizationOf({ kind: "api_key", key: "sk-1" });
  expect(await authorization.header(NOW_MS)).toBe("Bearer sk-1");
  expect(authorization.correctClock).toBeUndefined();
  expect(authorization.secrets()).toEqual(["sk-1"]);
});

test("a pair signs as the vendor's samples do: HS256, half an hour, valid since five seconds, no iat", async () => {
  const { token, ...claims } = claimsOf(await authorizationOf(PAIR).header(NOW_MS));
  const seconds = Math.floor(NOW_MS / 1000);
  expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "JWT" });
  expect(claims).toEqual({ iss: "AK-1", nbf: seconds - 5, exp: seconds + 1800, iat: undefined });
  const key = new TextEncoder().encode("short");
  await expect(jwtVerify(token, key, { currentDate: new Date(NOW_MS) })).resolves.toBeDefined();
});

test("a token is used again until it is about to end, and never beyond", async () => {
  const authorization = authorizationOf(PAIR);
  const first = await authorization.header(NOW_MS);
  expect(await authorization.header(NOW_MS + 24 * MINUTE_MS)).toBe(first);
  const renewed = await authorization.header(NOW_MS + 26 * MINUTE_MS);
  expect(renewed).not.toBe(first);
  expect(authorization.secrets()).toContain(renewed.replace("Bearer ", ""));
});

test("a clock that was set back makes a new token, which is not of the future", async () => {
  const authorization = authorizationOf(PAIR);
  const first = await authorization.header(NOW_MS);
  const earlier = await authorization.header(NOW_MS - 10 * MINUTE_MS);
  expect(earlier).not.toBe(first);
  expect(claimsOf(earlier).nbf * 1000).toBeLessThan(NOW_MS - 10 * MINUTE_MS);
});

test("after a correction all tokens go by the upstream's clock", async () => {
  const authorization = authorizationOf(PAIR);
  await authorization.header(NOW_MS);
  const upstreamMs = NOW_MS - 10 * MINUTE_MS;
  expect(authorization.correctClock?.({ upstreamMs, nowMs: NOW_MS })).toBe(-10 * MINUTE_MS);
  const { nbf, exp } = claimsOf(await authorization.header(NOW_MS));
  expect(nbf * 1000).toBeLessThan(upstreamMs);
  expect(exp * 1000).toBeGreaterThan(upstreamMs + 29 * MINUTE_MS);
});

test("an upstream that tells no time gets at least a fresh token", async () => {
  const authorization = authorizationOf(PAIR);
  const first = await authorization.header(NOW_MS);
  expect(authorization.correctClock?.({ upstreamMs: null, nowMs: NOW_MS + 1000 })).toBe(0);
  expect(await authorization.header(NOW_MS + 1000)).not.toBe(first);
});
