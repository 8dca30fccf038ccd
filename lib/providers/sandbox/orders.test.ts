import { expect, test } from "vitest";
import { readOrders, withoutOrders } from "./orders.ts";

test("a prompt without orders asks for nothing special", () => {
  expect(readOrders("a lighthouse [in fog] at night")).toEqual({
    refuse: null,
    failWith: null,
    slowSeconds: 0,
    lose: null,
    cutsDownload: false,
  });
});

test("a passing code refuses once unless told, a final one always", () => {
  expect(readOrders("[fail:1303]").refuse).toEqual({ code: 1303, times: 1 });
  expect(readOrders("[fail:1303x3]").refuse).toEqual({ code: 1303, times: 3 });
  expect(readOrders("[FAIL:1301]").refuse).toEqual({ code: 1301, times: Number.POSITIVE_INFINITY });
});

test("codes that upstream does not have are not orders", () => {
  expect(readOrders("[fail:0] [fail:9999] [fail:]").refuse).toBeNull();
});

test("several orders add up, and none of them is filmed", () => {
  const prompt = "a fox [slow:5] in the snow [lost] [fail:risk] [cut]";
  expect(readOrders(prompt)).toMatchObject({ slowSeconds: 5, lose: "reply", cutsDownload: true });
  expect(readOrders(prompt).failWith).toContain("risk control");
  expect(withoutOrders(prompt)).toBe("a fox in the snow");
});
