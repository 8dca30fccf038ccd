import { expect, test } from "vitest";
import { isSameOriginCall } from "./csrf.ts";

const OWN = "https://studio.example.com";

const cases: readonly { what: string; headers: Record<string, string>; passes: boolean }[] = [
  { what: "the studio's own page", headers: { "sec-fetch-site": "same-origin", origin: OWN }, passes: true },
  { what: "an older browser on our page", headers: { origin: OWN }, passes: true },
  {
    what: "another site",
    headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    passes: false,
  },
  {
    what: "another site that writes our Origin",
    headers: { "sec-fetch-site": "cross-site", origin: OWN },
    passes: false,
  },
  {
    what: "a sister subdomain",
    headers: { "sec-fetch-site": "same-site", origin: "https://blog.example.com" },
    passes: false,
  },
  { what: "an address typed by hand", headers: { "sec-fetch-site": "none" }, passes: false },
  { what: "a sandboxed frame", headers: { origin: "null" }, passes: false },
  { what: "no header at all", headers: {}, passes: false },
  { what: "our host over http", headers: { origin: "http://studio.example.com" }, passes: false },
  { what: "our host on another port", headers: { origin: `${OWN}:8443` }, passes: false },
  { what: "a host that begins like ours", headers: { origin: `${OWN}.evil.example` }, passes: false },
  { what: "our origin in other letters", headers: { "sec-fetch-site": "SAME-ORIGIN" }, passes: false },
];

for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
  test.each(cases)(`${method} from $what: passes = $passes`, ({ headers, passes }) => {
    expect(isSameOriginCall({ method, headers: new Headers(headers), ownOrigin: OWN })).toBe(passes);
  });
}

test("reading is open to any site: it changes nothing, and other sites cannot see the answer", () => {
  const headers = new Headers({ "sec-fetch-site": "cross-site" });
  expect(isSameOriginCall({ method: "GET", headers, ownOrigin: OWN })).toBe(true);
});

test("a method that nobody knows is treated as a change", () => {
  const headers = new Headers({ "sec-fetch-site": "cross-site" });
  expect(isSameOriginCall({ method: "PURGE", headers, ownOrigin: OWN })).toBe(false);
});
