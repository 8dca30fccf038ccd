import { expect, test } from "vitest";
import { secretOf, signatureHeaders } from "./sign.ts";

test("the published test vector comes out (off-cn, api-reference §1.7)", () => {
  const body =
    '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}';
  const secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";
  expect(signatureHeaders([secret], { id: "9876543210", timestamp: 1_781_080_794, body })).toEqual({
    "webhook-id": "9876543210",
    "webhook-timestamp": "1781080794",
    "webhook-signature": "v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=",
  });
});

test("a body beyond ASCII is signed by its UTF-8 bytes", () => {
  const secret = secretOf(Buffer.alloc(32, 7));
  const headers = ["灯塔", "灯塔!"].map((body) =>
    signatureHeaders([secret], { id: "delivery_1", timestamp: 1, body }),
  );
  expect(headers[0]?.["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  expect(headers[0]).not.toEqual(headers[1]);
});

test("two secrets give the signatures of both, with a space between", () => {
  const secrets = [secretOf(Buffer.alloc(32, 1)), secretOf(Buffer.alloc(32, 2))];
  const message = { id: "message_1", timestamp: 1, body: "{}" };
  const alone = secrets.map((secret) => signatureHeaders([secret], message)["webhook-signature"]);
  expect(signatureHeaders(secrets, message)["webhook-signature"]).toBe(alone.join(" "));
});
