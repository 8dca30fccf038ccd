import { describe, expect, test } from "vitest";
import { UPSTREAMS } from "#lib/kling/upstreams.ts";
import { baseUrlOf } from "./base-url.ts";

const { custom, dmxapi, official_global, kapon, sandbox } = UPSTREAMS;
const allowed = ["gateway.internal:8080", "10.0.0.5:8443"];

describe("the address of an upstream", () => {
  test.each([
    [official_global, undefined, "https://api-singapore.klingai.com"],
    [kapon, undefined, "https://models.kapon.cloud/kling"],
    [dmxapi, "https://www.dmxapi.example", "https://www.dmxapi.example/kling"],
    [dmxapi, "https://www.dmxapi.example/own/", "https://www.dmxapi.example/own"],
    [custom, "HTTPS://Example.COM./v9//", "https://example.com/v9"],
    [custom, "http://gateway.internal:8080/kling", "http://gateway.internal:8080/kling"],
    [custom, "https://10.0.0.5:8443", "https://10.0.0.5:8443"],
    [sandbox, "https://example.com", null],
  ])("%o at %s is %s", (upstream, typed, expected) => {
    expect(baseUrlOf({ typed, upstream, allowed })).toBe(expected);
  });

  test.each([
    [undefined, "missing"],
    ["not a url", "incomplete"],
    ["example.com/kling", "incomplete"],
    ["https://", "incomplete"],
    ["ftp://example.com", "incomplete"],
    ["https://user:password@example.com", "not_callable"],
    ["https://example.com:8443", "not_callable"],
    ["https://127.0.0.1", "not_callable"],
    ["https://2130706433", "not_callable"],
    ["https://[::1]", "not_callable"],
    ["https://169.254.169.254", "not_callable"],
    ["https://10.0.0.5", "not_callable"],
    ["http://example.com", "plain_http"],
    ["https://example.com/?key=1", "query"],
    ["https://example.com/#top", "query"],
    ["https://example.com/v1", "version"],
    ["https://example.com/kling/v1/", "version"],
  ])("%s is refused as %s", (typed, reason) => {
    const refusal = expect.objectContaining({
      code: "invalid_request",
      details: { path: "baseUrl", reason },
    });
    expect(() => baseUrlOf({ typed, upstream: custom, allowed })).toThrow(refusal);
  });
});
