import { expect, test } from "vitest";
import { createBacklog } from "./backlog.ts";

test("pieces of one caller are done in their order, and count until they are begun", async () => {
  const backlog = createBacklog(8);
  const seen: [string, number][] = [];
  await backlog.work(["a", "b", "c"], async (piece) => {
    seen.push([piece, backlog.size()]);
  });
  expect(seen).toEqual([
    ["a", 2],
    ["b", 1],
    ["c", 0],
  ]);
});

test("what is given up because a piece failed waits no longer: a broken database must not stop the tracker for good", async () => {
  const backlog = createBacklog(1);
  const fail = () => Promise.reject(new Error("the database is gone"));
  await expect(backlog.work([1, 2, 3], fail)).rejects.toThrow("the database is gone");
  expect(backlog.size()).toBe(0);
});

test("no more pieces are under way at a time than agreed, whoever brought them", async () => {
  const backlog = createBacklog(2);
  let [now, most] = [0, 0];
  const piece = async () => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => backlog.work([1, 2, 3], piece)));
  expect([most, backlog.size()]).toEqual([2, 0]);
});
