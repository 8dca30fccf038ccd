import { describe, expect, test } from "vitest";
import { encrypt } from "./aes-gcm.ts";
import { masterKeyOf } from "./master-keys.ts";
import { activePrefix, open, reseal, seal } from "./seal.ts";

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
  const parts = seal("s3cret", CONTEXT).split(".");
  for (const place of [2, 3]) {
    const bytes = Buffer.from(parts[place] ?? "", "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      expect(() => open(parts.with(place, forged.toString("base64url")).join("."), CONTEXT)).toThrow();
    }
  }
});

test.each(["", "v1", "v1.", "v2.AAAA", "v2.AAAA.AAAA.AAAA", "v3.A.A.A", "v1.AAAA", "s3cret"])(
  "%j is no sealed secret",
  (text) => {
    expect(() => open(text, CONTEXT)).toThrow();
    expect(() => reseal(text, CONTEXT)).toThrow();
  },
);

describe("while a master key is being replaced", () => {
  const [before, after] = [masterKeyOf("before".repeat(8)), masterKeyOf("after".repeat(8))];

  test("what the previous one sealed opens, and what is new is sealed under the active one", () => {
    const old = seal("s3cret", CONTEXT, [before]);
    expect(open(old, CONTEXT, [after, before])).toBe("s3cret");
    expect(open(seal("new", CONTEXT, [after, before]), CONTEXT, [after])).toBe("new");
  });

  test("a resealed secret needs the active key only, in its own place", () => {
    const moved = reseal(seal("s3cret", CONTEXT, [before]), CONTEXT, [after, before]);
    expect(open(moved, CONTEXT, [after])).toBe("s3cret");
    expect(() => open(moved, CONTEXT, [before])).toThrow(/not configured/);
    expect(() => open(moved, CONTEXT.with(1, "key_2"), [after])).toThrow();
    expect(moved.startsWith(activePrefix([after]))).toBe(true);
    expect(reseal(moved, CONTEXT, [after, before])).toBe(moved);
  });

  test("a secret under a third key is not resealed, and the key is named", () => {
    const foreign = seal("s3cret", CONTEXT, [masterKeyOf("foreign".repeat(8))]);
    expect(() => reseal(foreign, CONTEXT, [after, before])).toThrow(
      /the master key [\w-]{8}, which is not configured/,
    );
  });

  test("a text of the first version opens under either key, and is resealed as one of today", () => {
    const key = before.firstSealingKey;
    const aad = Buffer.from(JSON.stringify(["v1", ...CONTEXT]));
    const first = `v1.${encrypt(Buffer.from("s3cret"), { key, aad }).toString("base64url")}`;
    expect(open(first, CONTEXT, [after, before])).toBe("s3cret");
    expect(() => open(first, CONTEXT, [after])).toThrow();
    expect(open(reseal(first, CONTEXT, [after, before]), CONTEXT, [after])).toBe("s3cret");
  });
});
