import { expect, test } from "vitest";
import { open, seal } from "./seal.ts";

const CONTEXT = ["ApiKey", "key_1", "team_1", "secretKey"];

test.each(["s3cret", "", "密钥 🔑", "x".repeat(10_000)])("a sealed secret opens as it was", (secret) => {
  expect(open(seal(secret, CONTEXT), CONTEXT)).toBe(secret);
});

test("the same secret never looks the same twice", () => {
  const sealed = Array.from({ length: 1000 }, () => seal("s3cret", CONTEXT));
  expect(new Set(sealed).size).toBe(1000);
});

test("a sealed secret does not open in another row, team, table or column", () => {
  const sealed = seal("s3cret", CONTEXT);
  for (let index = 0; index < CONTEXT.length; index++) {
    expect(() => open(sealed, CONTEXT.with(index, "other"))).toThrow();
  }
  expect(() => open(sealed, [CONTEXT.join()])).toThrow();
  expect(() => open(sealed, [])).toThrow();
});

test("no byte of a sealed secret can be changed unnoticed", () => {
  const [version, encoded = ""] = seal("s3cret", CONTEXT).split(".");
  const bytes = Buffer.from(encoded, "base64url");
  for (let index = 0; index < bytes.length; index++) {
    const forged = Buffer.from(bytes);
    forged.writeUInt8(bytes.readUInt8(index) ^ 1, index);
    expect(() => open(`${version}.${forged.toString("base64url")}`, CONTEXT)).toThrow();
  }
});

test.each(["", "v1", "v1.", "v2.AAAA", "v1.AAAA", "s3cret"])("%j is no sealed secret", (text) => {
  expect(() => open(text, CONTEXT)).toThrow();
});
