import fc from "fast-check";
import { expect, test } from "vitest";
import { signatureHeaders } from "#lib/webhooks/sign.ts";
import { verifySignature } from "./verify-signature.ts";

/** The vendor's own vector (off-cn, api-reference §1.7). */
const SECRET = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
const VECTOR = {
  id: "9876543210",
  timestamp: "1781080794",
  body: '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}',
  signature: "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=",
};
const SENT_MS = 1_781_080_794_000;

function verify(change: Partial<typeof VECTOR> = {}, nowMs = SENT_MS, secret = SECRET) {
  const { id, timestamp, body, signature } = { ...VECTOR, ...change };
  const headers = new Headers({
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
  });
  const verdict = verifySignature(secret, { headers, body: Buffer.from(body), now: new Date(nowMs) });
  return verdict.ok ? "good" : verdict.fault;
}

test("the vendor's published vector is good", () => {
  expect(verify()).toBe("good");
});

test.each([
  ["another body", { body: `${VECTOR.body} ` }],
  ["another id", { id: "9876543211" }],
  ["another time", { timestamp: "1781080795" }],
  ["another signature", { signature: VECTOR.signature.replace("U", "V") }],
  ["another version", { signature: VECTOR.signature.replace("v1", "v2") }],
  ["half a signature", { signature: VECTOR.signature.slice(0, 20) }],
])("%s is not", (_, change) => {
  expect(verify(change)).toBe("bad_signature");
});

test.each([
  ["no id", { id: "" }],
  ["no time", { timestamp: "" }],
  ["no signature", { signature: "" }],
  ["a time that is none", { timestamp: "1e9" }],
  ["an endless id", { id: "9".repeat(257) }],
])("%s is no signature at all", (_, change) => {
  expect(verify(change)).toBe("unsigned");
});

test("it is good for five minutes in both directions, and not a moment longer", () => {
  const fiveMinutes = 5 * 60 * 1000;
  expect([-fiveMinutes, fiveMinutes].map((ms) => verify({}, SENT_MS + ms))).toEqual(["good", "good"]);
  const sixMinutes = 6 * 60 * 1000;
  const off = [-fiveMinutes - 1, fiveMinutes + 1, -sixMinutes, sixMinutes];
  expect(off.map((ms) => verify({}, SENT_MS + ms))).toEqual(off.map(() => "stale"));
});

test("while the secret is replaced, either of two signatures is enough", () => {
  const other = signatureHeaders(["whsec_b3RoZXIgc2VjcmV0IG90aGVyIHNlY3JldA=="], {
    id: VECTOR.id,
    timestamp: Number(VECTOR.timestamp),
    body: VECTOR.body,
  })["webhook-signature"];
  expect(verify({ signature: `${other} ${VECTOR.signature}` })).toBe("good");
  expect(verify({ signature: `${other}` })).toBe("bad_signature");
});

test("a secret that is no key lets nobody in", () => {
  const { id, timestamp, body } = VECTOR;
  const signed = signatureHeaders(["whsec_"], { id, timestamp: Number(timestamp), body });
  expect(verify({ signature: signed["webhook-signature"] ?? "" }, SENT_MS, "!!!!????")).toBe("bad_signature");
});

test("whatever we sign ourselves we would believe, and nothing else", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{1,40}$/), fc.string(), fc.string(), (id, body, other) => {
      const timestamp = VECTOR.timestamp;
      const signed = signatureHeaders([SECRET], { id, timestamp: Number(timestamp), body });
      const signature = signed["webhook-signature"] ?? "";
      expect(verify({ id, body, signature })).toBe("good");
      if (other !== body) expect(verify({ id, body: other, signature })).toBe("bad_signature");
    }),
  );
});
