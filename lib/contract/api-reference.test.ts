import { expect, test } from "vitest";
import { apiReference } from "./api-reference.ts";

const EN = apiReference("en");

test("every operation has a name of its own", () => {
  expect(new Set(EN.map(({ id }) => id)).size).toBe(EN.length);
});

test("every operation is told in both languages", () => {
  const untold = apiReference("zh-CN").filter(({ words }) => !/[\u4e00-\u9fff]/.test(words));
  expect(untold.map(({ id }) => id)).toEqual([]);
});

test("the body of an order is described field by field, and has an example", () => {
  const order = EN.find(({ path, method }) => path === "/v1/videos/text2video" && method === "POST");
  expect(JSON.parse(order?.bodySchema ?? "{}")).toMatchObject({
    properties: { model_name: { enum: expect.any(Array) } },
  });
  expect(order?.bodySchema).not.toContain('"kind"');
  expect(JSON.parse(order?.examples[0]?.text ?? "{}")).toMatchObject({ model_name: "kling-v3" });
});

test("parameters are named with their place", () => {
  const list = EN.find(({ id }) => id === "listTasks");
  expect(list?.parameters).toContainEqual({ name: "limit", place: "query", isRequired: false });
  const get = EN.find(({ id }) => id === "getTask");
  expect(get?.parameters).toEqual([{ name: "taskId", place: "path", isRequired: true }]);
});
