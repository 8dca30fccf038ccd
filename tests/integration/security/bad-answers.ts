import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** Made before anybody waits for it. */
const BOMB = gzipSync(Buffer.alloc(20_000_000));

/** Plays a host that means no good, each way under a path of its own; `canary` is a port where nobody may ever call. */
export function answerBadly(address: string, response: ServerResponse, canary: number): void {
  const { pathname, searchParams } = new URL(address, "https://evil.example.com");
  const path = pathname.slice(1);
  if (/^30\d$/.test(path)) {
    response.writeHead(Number(path), { location: searchParams.get("to") ?? "" }).end();
    return;
  }
  const answers: Readonly<Record<string, () => void>> = {
    loop: () => response.writeHead(302, { location: "/loop" }).end(),
    chain: () => response.writeHead(302, { location: `/chain?${Number(searchParams.size) + 1}` }).end(),
    file: () => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    garbage: () => response.writeHead(302, { location: "http://[" }).end(),
    inside: () => response.writeHead(302, { location: `http://127.0.0.1:${canary}/` }).end(),
    bomb: () => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(BOMB);
    },
    endless: () => {
      response.writeHead(200);
      const pour = () => response.destroyed || response.write(Buffer.alloc(16_384), pour);
      pour();
    },
    announced: () => response.writeHead(200, { "content-length": "100001" }).flushHeaders(),
    flood: () => response.writeHead(200, { "x-flood": "a".repeat(40_000) }).end("x"),
    "many-headers": () => {
      for (let index = 0; index < 4_000; index += 1) response.setHeader(`x-${index}`, "flood");
      response.end("x");
    },
    "slow-head": () => drip(response, "HTTP/1.1 200 OK\r\n"),
    "slow-body": () => response.writeHead(200, { "content-length": "100" }).write("x"),
    cut: () => {
      response.writeHead(200, { "content-length": "100" }).write("x");
      setImmediate(() => response.destroy());
    },
    "other-part": () => response.writeHead(206, { "content-range": "bytes 5-9/10" }).end("56789"),
    error: () => response.writeHead(500).end("no"),
    ranges: () => {
      const headers = { "content-range": "bytes 4-9/10", "content-type": "video/mp4", etag: '"1"' };
      response.writeHead(206, headers).end("456789");
    },
  };
  const answer = answers[path];
  if (answer === undefined) response.end("fine");
  else answer();
}

/** A head that never ends: one character at a time, each soon enough to look alive. */
function drip(response: ServerResponse, head: string): void {
  const { socket } = response;
  socket?.write(head);
  const timer = setInterval(() => socket?.write("x"), 20);
  socket?.once("close", () => clearInterval(timer));
}
