import { expect, test } from "vitest";
import { ASSET_POLICY, DATA_POLICY, pagePolicy } from "./content-security-policy.ts";

const PRODUCTION = { nonce: "abc", isDevelopment: false, isSecure: true };

test("a page runs only the scripts that its own answer named", () => {
  expect(pagePolicy(PRODUCTION)).toContain("script-src 'nonce-abc' 'strict-dynamic';");
});

test("neither inline scripts nor eval nor inline style elements are allowed in production", () => {
  const policy = pagePolicy(PRODUCTION);
  expect(policy).not.toContain("unsafe-eval");
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
});

test("nothing can be framed, submitted elsewhere or rebased, in pages and in everything else", () => {
  for (const policy of [pagePolicy(PRODUCTION), DATA_POLICY, ASSET_POLICY]) {
    expect(policy).toMatch(/default-src '(none|self)'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
  }
});

test("a studio on plain http does not ask browsers to use https", () => {
  expect(pagePolicy({ ...PRODUCTION, isSecure: false })).not.toContain("upgrade-insecure-requests");
});

test("no directive opens a door to another host", () => {
  expect(pagePolicy(PRODUCTION)).not.toMatch(/https?:|\*/);
});
