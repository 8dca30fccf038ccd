import { expect, test } from "vitest";
import { credentialSchema } from "#lib/contract/credential.ts";
import { credentialHint, openCredential, sealCredential } from "./credential.ts";

const OWNER = { id: "conn_1", teamId: "team_1" };
const PAIR = { kind: "access_key_pair", accessKey: "AK-0123456789", secretKey: "SK-9876543210" } as const;

test("a sealed credential opens in its own row and nowhere else", () => {
  const credentialSealed = sealCredential(PAIR, OWNER);
  expect(credentialSealed).not.toContain("SK-");
  expect(openCredential({ ...OWNER, credentialSealed })).toEqual(PAIR);
  expect(() => openCredential({ ...OWNER, teamId: "team_2", credentialSealed })).toThrow();
  expect(() => openCredential({ ...OWNER, id: "conn_2", credentialSealed })).toThrow();
  expect(openCredential({ ...OWNER, credentialSealed: null })).toBeNull();
});

test("a key that could break out of its header is no key", () => {
  for (const key of ["", "a b", "a\r\nx: y", "密钥", "a".repeat(1025)]) {
    expect(credentialSchema.safeParse({ kind: "api_key", key }).success).toBe(false);
  }
});

test("the hint tells four characters of a long key and none of a short one", () => {
  expect(credentialHint({ kind: "api_key", key: "sk-abcdefghijkl" })).toBe("…ijkl");
  expect(credentialHint({ kind: "api_key", key: "sk-abc" })).toBe("…");
  expect(credentialHint(PAIR)).toBe("…6789");
});
