import { expect, onTestFinished, test } from "vitest";
import { startFaultProxy } from "../proxy/fault-proxy.ts";
import type { Toxic } from "../proxy/toxic.ts";
import { clipOf } from "./clip-file.ts";
import { firstOf, stormOf } from "./fault-scripts.ts";
import { type KlingSim, type SimOptions, startKlingSim } from "./kling-sim.ts";

async function simOf(options: SimOptions = {}): Promise<KlingSim> {
  const sim = await startKlingSim(options);
  onTestFinished(sim.close);
  return sim;
}

const HEADERS = { "content-type": "application/json", authorization: "Bearer a" };

function order(url: string, externalId: string, path = "/v1/videos/text2video") {
  const body = JSON.stringify({
    model_name: "kling-v3",
    prompt: "a kite",
    duration: "3",
    external_task_id: externalId,
  });
  return fetch(`${url}${path}`, { method: "POST", headers: HEADERS, body });
}

const look = (url: string, id: string) => fetch(`${url}/v1/videos/text2video/${id}`, { headers: HEADERS });

test("an accepted task is told, finishes, is charged once and its clip has ranges", async () => {
  const sim = await simOf({ fateOf: () => ({ afterMs: 0, failure: null }) });
  expect(await (await order(sim.url, "x-1")).json()).toMatchObject({
    code: 0,
    data: { task_id: "kl000000001" },
  });
  const told = await (await look(`${sim.url}/kling`, "x-1")).json();
  expect(told).toMatchObject({ data: { task_status: "succeed", final_unit_deduction: "1.8" } });
  const { url } = told.data.task_result.videos[0];
  const rest = await fetch(url, { headers: { range: "bytes=6000-" } });
  expect([rest.status, rest.headers.get("content-range")]).toEqual([206, `bytes 6000-6132/6133`]);
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(clipOf("kl000000001").subarray(6000));
  await look(sim.url, "kl000000001");
  expect(sim.log.of("charged")).toHaveLength(1);
});

test("a duplicate is refused without a second task, or opens one where the variant says so", async () => {
  const strict = await simOf();
  await order(strict.url, "x");
  expect(await (await order(strict.url, "x")).json()).toMatchObject({ code: 1201 });
  expect(strict.log.of("accepted")).toHaveLength(1);
  const gateway = await simOf({ refusesDuplicate: () => false });
  await order(gateway.url, "x", "/v1/videos");
  expect((await order(gateway.url, "x", "/v1/videos")).status).toBe(200);
  expect(gateway.log.of("accepted")).toHaveLength(2);
});

test.each(["status", "headers", "body"] as const)(
  "an answer lost at its %s is a task all the same",
  async (at) => {
    const sim = await simOf({ faults: firstOf("create", [{ type: "lose", at }]) });
    await expect(order(sim.url, "x").then((response) => response.json())).rejects.toThrow();
    expect(sim.log.of("accepted")).toHaveLength(1);
    expect((await look(sim.url, "x")).status).toBe(200);
  },
);

test("a request that never arrived opened nothing, and a consumed id stays used without a task", async () => {
  const sim = await simOf({
    faults: firstOf("create", [
      { type: "lose", at: "request" },
      { type: "refuse", code: 1303, consumesId: true },
    ]),
  });
  await expect(order(sim.url, "x")).rejects.toThrow();
  expect((await order(sim.url, "x")).status).toBe(429);
  expect(await (await order(sim.url, "x")).json()).toMatchObject({
    message: "External_task_id x already exists",
  });
  expect((await look(sim.url, "x")).status).toBe(400);
  expect(sim.log.of("accepted")).toEqual([]);
});

test("the same seed does the same to the same calls", () => {
  const menu = { create: [{ type: "refuse", code: 1302 }, { type: "lag" }] } as const;
  const play = (seed: number) =>
    Array.from({ length: 200 }, (_, index) =>
      stormOf({ seed, rate: 0.5, menu })({
        n: index + 1,
        nth: 1,
        operation: "create",
        account: "",
        id: null,
      }),
    );
  expect(play(7)).toEqual(play(7));
  expect(play(7)).not.toEqual(play(8));
  expect(play(7).filter((fault) => fault !== null).length).toBeGreaterThan(70);
});

const BREAKING: readonly Toxic[] = [
  { type: "down" },
  { type: "reset_peer" },
  { type: "timeout", ms: 5 },
  { type: "limit_data", bytes: 0 },
  { type: "limit_data", bytes: 60 },
  { type: "drop_after_request" },
  { type: "truncate_at", bytes: 40 },
  { type: "wrong_length", more: 9 },
];

test.each(BREAKING)("through the proxy, $type breaks the call", async (toxic) => {
  const sim = await simOf();
  const proxy = await startFaultProxy(sim.url, () => toxic);
  onTestFinished(proxy.close);
  await expect(order(proxy.url, "x").then((response) => response.json())).rejects.toThrow();
  expect(proxy.faults()).toBe(1);
});

const BENDING: readonly Toxic[] = [
  { type: "latency", ms: 5 },
  { type: "bandwidth", bytesPerSecond: 20_000 },
  { type: "slow_close", ms: 5 },
  { type: "slicer", bytes: 50 },
  { type: "dup" },
];

test.each(BENDING)("through the proxy, $type changes nothing that is said", async (toxic) => {
  const sim = await simOf();
  const proxy = await startFaultProxy(sim.url, () => toxic);
  onTestFinished(proxy.close);
  expect(["submitted", undefined]).toContain((await (await order(proxy.url, "x")).json()).data?.task_status);
  expect(sim.log.of("accepted")).toHaveLength(1);
});

test("through the proxy, a half-open connection takes the request and is never heard of again", async () => {
  const sim = await simOf();
  const proxy = await startFaultProxy(sim.url, () => ({ type: "half_open" }));
  onTestFinished(proxy.close);
  const patience = AbortSignal.timeout(300);
  const asked = fetch(`${proxy.url}/v1/videos/text2video/x`, { headers: HEADERS, signal: patience });
  await expect(asked).rejects.toThrow("timeout");
  expect(sim.log.of("call")).toHaveLength(1);
});
