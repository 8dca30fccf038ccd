import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";
import { submissionOf } from "./submission.ts";

type Answer = Parameters<typeof startHttpFixture>[0];

const KEY = "sk-planted-secret-0123456789";
const CLIP: TaskRequest = { kind: "text2video", model_name: "kling-v3", prompt: "a boat", duration: "5" };
const ACCEPTED =
  '{"code":0,"message":"SUCCEED","request_id":"r","data":{"task_id":"930831534075682845","task_status":"submitted"}}';

let upstream: HttpFixture;
/** Another host that nobody may ever tell a credential. */
let stranger: HttpFixture;
/** Says how the next calls are answered. */
let answer: Answer;
/** A server that is spoken to in bytes. */
let wire: Server;
let wireAnswer: Buffer;
let modules: {
  readonly open: typeof import("./open-provider.ts").openProvider;
  readonly authorizationOf: typeof import("#lib/providers/http/authorization.ts").authorizationOf;
  readonly callUpstream: typeof import("#lib/net/call-upstream.ts").callUpstream;
};
let counted: string[];

beforeAll(async () => {
  upstream = await startHttpFixture((call, response) => answer(call, response));
  stranger = await startHttpFixture((_call, response) => response.end(ACCEPTED));
  wire = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(wireAnswer));
  });
  wire.listen(0, "127.0.0.1");
  await once(wire, "listening");
  const hosts = [upstream.port, stranger.port, portOf(wire), 1].map((port) => `127.0.0.1:${port}`);
  process.env.OUTBOUND_ALLOWED_HOSTS = hosts.join(",");
  process.env.SUBMIT_TIMEOUT_SECONDS = "1";
  modules = {
    open: (await import("./open-provider.ts")).openProvider,
    authorizationOf: (await import("#lib/providers/http/authorization.ts")).authorizationOf,
    callUpstream: (await import("#lib/net/call-upstream.ts")).callUpstream,
  };
});
beforeEach(() => {
  counted = [];
});
afterAll(() => {
  upstream.close();
  stranger.close();
  wire.close();
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // it listens on a port, not on a pipe
}

type Given = Partial<Parameters<typeof modules.open>[0]>;

function open(given: Given = {}): Provider {
  const baseUrl = `http://127.0.0.1:${upstream.port}/kling`;
  const reach = { dialect: "native", preset: "official_global", baseUrl, key: KEY } as const;
  const count = ({ operation, outcome }: { operation: string; outcome: string }) => {
    counted.push(`${operation} ${outcome}`);
  };
  return modules.open({ ...reach, ...given, transport: { count, ...given.transport } });
}

function submit(provider = open(), given: Parameters<typeof submissionOf>[1] = {}) {
  return provider.submit(submissionOf(CLIP, given));
}

const onWire = () => open({ baseUrl: `http://127.0.0.1:${portOf(wire)}` });

describe("a create", () => {
  test("goes to the connection's own address, with its credential and a request id of ours", async () => {
    answer = (_call, response) => response.end(ACCEPTED);
    expect(await submit()).toMatchObject({
      kind: "accepted",
      task: { upstreamTaskId: "930831534075682845" },
    });
    expect(upstream.calls.at(-1)).toMatchObject({
      method: "POST",
      path: "/kling/v1/videos/text2video",
      headers: {
        authorization: `Bearer ${KEY}`,
        "content-type": "application/json",
        "x-request-id": "request-1",
      },
    });
    expect(counted).toEqual(["submit ok"]);
  });

  test("keeps every digit of an id beyond 2^53, both ways", async () => {
    answer = (_call, response) =>
      response.end(ACCEPTED.replace('"930831534075682845"', "930831534075682845"));
    const element_list = [{ element_id: "842130978230767622" }];
    const request: TaskRequest = { ...CLIP, kind: "omni-video", model_name: "kling-v3-omni", element_list };
    expect(await open().submit(submissionOf(request))).toMatchObject({
      task: { upstreamTaskId: "930831534075682845" },
    });
    expect(upstream.calls.at(-1)?.body).toContain('"element_id":842130978230767622}');
  });

  test.each([
    ["before the answer", ""],
    ["in the status line", "HTTP/1.1 20"],
    ["after the head", "HTTP/1.1 200 OK\r\ncontent-length: 200\r\n\r\n"],
    ["in the body", `HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n${ACCEPTED}`],
  ])("that is cut %s may have opened a task", async (_, bytes) => {
    wireAnswer = Buffer.from(bytes);
    expect((await submit(onWire())).kind).toBe("doubtful");
    expect(counted).toEqual(["submit broken"]);
  });

  test("that is never answered may have opened a task, and is given up in time", async () => {
    answer = () => undefined;
    expect((await submit()).kind).toBe("doubtful");
    expect(counted).toEqual(["submit timeout"]);
  });

  test("whose body stalls is given up in time as well", async () => {
    answer = (_call, response) => response.writeHead(200, { "content-length": "500" }).write(ACCEPTED);
    expect((await submit()).kind).toBe("doubtful");
    expect(counted).toEqual(["submit timeout"]);
  });

  test("to a host where nobody listens was certainly not sent", async () => {
    const outcome = await submit(open({ baseUrl: "http://127.0.0.1:1" }));
    expect(outcome).toMatchObject({ kind: "refused", retryable: true });
    expect(counted).toEqual(["submit unreachable"]);
  });

  test.each([
    "http://10.0.0.1",
    "http://169.254.169.254",
    "http://localhost",
    "http://user@example.com",
    "ftp://example.com",
  ])("to %s is not sent: an upstream's address is a stranger's, too", async (baseUrl) => {
    expect(await submit(open({ baseUrl }))).toMatchObject({ kind: "refused", retryable: true });
  });

  test.each([
    ["a page of HTML with 200", 200, "<html>busy</html>", "doubtful", "not json"],
    ["half of the JSON", 200, ACCEPTED.slice(0, 60), "doubtful", "not json"],
    ["a bad gateway", 502, "<html>bad gateway</html>", "doubtful", "http 502"],
    ["an internal error", 500, '{"code":5000,"message":"x"}', "doubtful", "5000"],
    ["a page of HTML with 403", 403, "<html>no</html>", "refused", "http 403"],
    ["no free place", 429, '{"code":1303,"message":"x"}', "refused", "1303"],
  ])("answered by %s (%s)", async (_, status, body, kind, outcome) => {
    answer = (_call, response) => response.writeHead(status).end(body);
    expect((await submit()).kind).toBe(kind);
    expect(counted).toEqual([`submit ${outcome}`]);
  });

  test("that is answered without end is cut off", async () => {
    const piece = "x".repeat(1024 * 1024);
    answer = (_call, response) => {
      const more = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on("drain", more).on("error", () => undefined);
      response.writeHead(200);
      more();
    };
    const outcome = await submit(open(), {});
    expect(outcome.kind).toBe("doubtful");
  });

  test("follows no redirect: the credential stays with the host that it is for", async () => {
    answer = (_call, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${stranger.port}/` }).end();
    expect((await submit()).kind).toBe("refused");
    expect(stranger.calls).toEqual([]);
  });

  test("ends with whoever asked for it", async () => {
    const stop = new AbortController();
    answer = () => stop.abort(new Error("the worker ends"));
    await expect(submit(open(), { signal: stop.signal })).rejects.toThrow("the worker ends");
  });
});

describe("clocks that differ", () => {
  const PAIR = { kind: "access_key_pair", accessKey: "AK-1", secretKey: "SK-planted-secret" } as const;
  const BEHIND_MS = 10 * 60_000;

  /** Like the vendor: `nbf` and `exp` are judged by the upstream's own clock (api-reference §1.2). */
  function judgeBy(upstreamNowMs: () => number): Answer {
    return (call: ReceivedCall, response) => {
      const token = String(call.headers.authorization).replace("Bearer ", "");
      const { nbf, exp } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
      const seconds = upstreamNowMs() / 1000;
      const code = nbf > seconds ? 1003 : exp < seconds ? 1004 : 0;
      response.setHeader("date", new Date(upstreamNowMs()).toUTCString());
      if (code === 0) response.end(ACCEPTED);
      else response.writeHead(401).end(JSON.stringify({ code, message: "no", request_id: "r" }));
    };
  }

  test.each([-BEHIND_MS, BEHIND_MS * 6])("by %s ms cost one refused call, once", async (differenceMs) => {
    answer = judgeBy(() => Date.now() + differenceMs);
    const provider = open({ transport: { authorization: modules.authorizationOf(PAIR) } });
    const before = upstream.calls.length;
    expect((await submit(provider)).kind).toBe("accepted");
    expect((await submit(provider)).kind).toBe("accepted");
    expect(upstream.calls.length - before).toBe(3);
  });

  test("that cannot be set right are a refusal after the second call", async () => {
    answer = (_call, response) =>
      response.writeHead(401).end('{"code":1003,"message":"no","request_id":"r"}');
    const provider = open({ transport: { authorization: modules.authorizationOf(PAIR) } });
    const before = upstream.calls.length;
    expect(await submit(provider)).toMatchObject({ kind: "refused", code: 1003 });
    expect(upstream.calls.length - before).toBe(2);
  });

  test("a key without a time in it is not tried a second time", async () => {
    answer = (_call, response) =>
      response.writeHead(401).end('{"code":1004,"message":"no","request_id":"r"}');
    const before = upstream.calls.length;
    expect(await submit()).toMatchObject({ kind: "refused", code: 1004 });
    expect(upstream.calls.length - before).toBe(1);
  });
});

describe("secrets", () => {
  test("that an upstream quotes are in no message and no answer that is kept", async () => {
    answer = (call, response) => {
      const quoted = `Incorrect API key provided: ${call.headers.authorization}`;
      response.writeHead(401).end(JSON.stringify({ code: 1002, message: quoted, request_id: "r" }));
    };
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind: "refused", code: 1002 });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
    const asked = open().query("1", CLIP, new AbortController().signal);
    await expect(asked).rejects.toSatisfy((error) => !String(error).includes(KEY));
    const accepted = ACCEPTED.replace('"r"', `"${KEY}"`);
    answer = (_call, response) => response.end(accepted);
    expect(JSON.stringify(await submit())).not.toContain(KEY);
  });

  test("of a pair are hidden as well, its tokens included", async () => {
    const pair = {
      kind: "access_key_pair",
      accessKey: "AK-planted",
      secretKey: "SK-planted-secret",
    } as const;
    let token = "";
    answer = (call, response) => {
      token = String(call.headers.authorization).replace("Bearer ", "");
      const message = `${token} of AK-planted with SK-planted-secret`;
      response.writeHead(400).end(JSON.stringify({ code: 1201, message, request_id: "r" }));
    };
    const outcome = await submit(open({ transport: { authorization: modules.authorizationOf(pair) } }));
    expect(outcome).toMatchObject({ message: "[removed] of [removed] with [removed]" });
    expect(token).not.toBe("");
  });
});
