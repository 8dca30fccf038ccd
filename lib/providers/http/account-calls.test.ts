import { describe, expect, test } from "vitest";
import { httpUpstreamOf } from "#lib/kling/upstreams.ts";
import { accountCalls } from "./account-calls.ts";
import { checkConnection } from "./check-connection.ts";
import { generationsClient } from "./generations.ts";
import { nativeClient } from "./native.ts";
import type { Call, Sent } from "./sent.ts";

const NEVER = new AbortController().signal;
const NOW_MS = 1_781_080_794_151;
const CLIENTS = { native: nativeClient, generations: generationsClient } as const;

function at(sent: Sent, provider: keyof typeof CLIENTS = "native", preset = "official_global") {
  const calls: Call[] = [];
  const upstream = httpUpstreamOf({ provider, preset });
  if (upstream === null) throw new Error(`${provider} is not reached over HTTP`);
  const transport = async (call: Call) => {
    calls.push(call);
    return sent;
  };
  return { upstream, transport, calls, client: CLIENTS[provider], nowMs: () => NOW_MS, signal: NEVER };
}

const answered = (body: unknown, status = 200): Sent => ({ type: "answered", status, body });
const envelope = (data: unknown) => answered({ code: 0, message: "SUCCEED", request_id: "r", data });
const refusal = (code: number, status: number, message = "no") =>
  answered({ code, message, request_id: "r" }, status);

describe("a selection in a video", () => {
  const rle_mask = { size: [720, 1280], counts: "PPYo0" };
  const png_mask = { size: [720, 1280], base64: "iVBORw0KGgo=" };
  const res = { frame_index: 3, rle_mask_list: [{ object_id: 0, rle_mask, png_mask }] };

  test("is changed by its marks, and answered with the mask", async () => {
    const place = at(envelope({ status: 0, session_id: "s-1", res }));
    const change = {
      operation: "add",
      sessionId: "s-1",
      frameIndex: 3,
      points: [{ x: 0.5, y: 0.25 }],
    } as const;
    expect(await accountCalls(place).changeSelection?.(change, NEVER)).toEqual({
      session_id: "s-1",
      mask: res,
    });
    expect(place.calls[0]).toMatchObject({
      method: "POST",
      path: "/v1/videos/multi-elements/add-selection",
      body: { session_id: "s-1", frame_index: 3, points: [{ x: 0.5, y: 0.25 }] },
    });
  });

  test("is cleared by its session alone", async () => {
    const place = at(envelope({ status: 0, session_id: "s-1" }));
    const clear = { operation: "clear", sessionId: "s-1" } as const;
    expect(await accountCalls(place).changeSelection?.(clear, NEVER)).toEqual({ session_id: "s-1" });
    expect(place.calls[0]?.body).toEqual({ session_id: "s-1" });
  });

  test("of a session that is over is not found; an upstream that is away is not that", async () => {
    const clear = { operation: "clear", sessionId: "s-1" } as const;
    const change = (sent: Sent) => accountCalls(at(sent)).changeSelection?.(clear, NEVER);
    await expect(change(refusal(1201, 400))).rejects.toMatchObject({ code: "not_found" });
    await expect(change(refusal(5000, 500))).rejects.toMatchObject({ code: "provider_unavailable" });
    await expect(change({ type: "timeout", message: "late" })).rejects.toMatchObject({
      code: "provider_unavailable",
    });
  });

  test("does not exist where the dialect has no such thing", () => {
    expect(accountCalls(at(envelope({}), "generations", "generations"))).toEqual({});
  });
});

describe("resource packs", () => {
  const pack = {
    resource_pack_name: "Video pack 1",
    resource_pack_id: "509f3fd3d4f644f9",
    resource_pack_type: "constant_period",
    total_quantity: 1000,
    remaining_quantity: 762.4,
    purchase_time: 1726124664368,
    effective_time: 1726124664368,
    invalid_time: 1757660664368,
    status: "online",
  };

  test("are read through both envelopes (§4.5)", async () => {
    const place = at(
      envelope({ code: 0, msg: "success", resource_pack_subscribe_infos: [pack, "nonsense", {}] }),
    );
    expect(await accountCalls(place).resourcePacks?.(NEVER)).toEqual([pack]);
    expect(place.calls[0]?.query).toEqual({
      start_time: String(NOW_MS - 30 * 24 * 60 * 60 * 1000),
      end_time: String(NOW_MS),
    });
  });

  test("are asked for only where the upstream is known to tell them", () => {
    expect(accountCalls(at(envelope({}), "native", "kapon")).resourcePacks).toBeUndefined();
  });
});

describe("the test of a connection", () => {
  const official = (sent: Sent) => checkConnection(at(sent));
  const gateway = (sent: Sent) => checkConnection(at(sent, "native", "kapon"));
  const nobody = refusal(1201, 400, "Task not found by id/external id: x");

  test("is a free call", async () => {
    const [first, second] = [at(envelope({})), at(nobody, "generations", "generations")];
    await checkConnection(first);
    await checkConnection(second);
    expect(
      [first, second].flatMap(({ calls }) => calls.map(({ method, path }) => `${method} ${path}`)),
    ).toEqual(["GET /account/costs", "GET /v1/videos/framewright-connection-test"]);
  });

  test("proves the credential by an account's packs, or by Kling's words for a task that nobody has", async () => {
    const authorized = { ok: true, proved: "authorized", code: null };
    expect(await official(envelope({ resource_pack_subscribe_infos: [] }))).toMatchObject(authorized);
    expect(await gateway(nobody)).toMatchObject(authorized);
  });

  test("proves an address alone when a gateway only says that there is no such thing", async () => {
    expect(await gateway(answered({ code: 404, message: "task does not exist" }, 404))).toMatchObject({
      ok: true,
      proved: "reached",
    });
  });

  test.each<[string, Sent, object]>([
    ["a wrong credential", refusal(1002, 401), { proved: "reached", code: 1002 }],
    ["an empty account", refusal(1102, 429), { proved: "reached", code: 1102 }],
    ["an address that is not on the allow-list", refusal(1304, 429), { proved: "reached", code: 1304 }],
    ["a page of HTML", answered(undefined), { proved: "reached", code: 200 }],
    ["a 404 of something else", answered(undefined, 404), { proved: "reached", code: 404 }],
    ["a broken upstream", refusal(5000, 500), { proved: "reached", code: 5000 }],
    ["nobody there", { type: "unreachable", message: "refused" }, { proved: "nothing", code: null }],
    ["silence", { type: "timeout", message: "late" }, { proved: "nothing", code: null }],
  ])("fails at %s, and says how far it came", async (_, sent, told) => {
    expect(await official(sent)).toMatchObject({ ok: false, ...told });
    expect(await gateway(sent)).toMatchObject({ ok: false, ...told });
  });

  test("never throws, also when it is stopped", async () => {
    const stopped = { ...at(envelope({})), transport: () => Promise.reject(new Error("stopped")) };
    expect(await checkConnection(stopped)).toMatchObject({ ok: false, proved: "nothing" });
  });
});
