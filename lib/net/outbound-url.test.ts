import { expect, test } from "vitest";
import { parseOutboundUrl } from "./outbound-url.ts";
import { isPublicAddress } from "./public-address.ts";

const HOSTILE = [
  "http://127.0.0.1/",
  "http://127.1/",
  "http://0x7f.1/",
  "http://2130706433/",
  "http://017700000001/",
  "http://１２７.０.０.１/",
  "http://0.0.0.0/",
  "http://10.1.2.3/",
  "http://100.64.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://172.16.0.1/",
  "http://192.168.1.1/",
  "http://198.18.0.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::7f00:1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[2001:0:7f00:1::]/",
  "http://[fc00::1]/",
  "http://[fe80::1]/",
  "http://[ff02::1]/",
  "http://127.0.0.1./",
  "https://user@example.com/",
  "https://user:password@example.com/",
  "https://example.com:8443/",
  "http://example.com:22/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "data:text/plain,x",
  "javascript:alert(1)",
  "//example.com/",
  "not a url",
  "",
  `https://example.com/${"a".repeat(2048)}`,
];

test.each(HOSTILE)("refuses %s", (url) => {
  expect(() => parseOutboundUrl(url, [])).toThrow(expect.objectContaining({ code: "invalid_request" }));
});

test.each([
  "https://example.com/a.png?x=1",
  "http://example.com/",
  "https://93.184.216.34/a",
  "https://[2606:4700::1]/",
])("takes %s", (url) => {
  expect(parseOutboundUrl(url, []).href).toBe(url);
});

test("takes a private host only at the very port that the operator allowed", () => {
  expect(parseOutboundUrl("http://127.0.0.1:9000/a", ["127.0.0.1:9000"]).host).toBe("127.0.0.1:9000");
  expect(() => parseOutboundUrl("http://127.0.0.1:9001/a", ["127.0.0.1:9000"])).toThrow();
});

test("a name is not an address", () => {
  expect(isPublicAddress("example.com")).toBe(false);
  expect(isPublicAddress("8.8.8.8")).toBe(true);
});
