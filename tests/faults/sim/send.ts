import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answers.ts";
import type { Fault } from "./fault.ts";

/** Sends an answer as far as the fault lets it come. Every answer ends its connection: one call, one connection. */
export async function send(response: ServerResponse, answer: Answer, fault: Fault | null): Promise<void> {
  if (fault?.type === "lose") return lose(response, answer, fault.at);
  if (fault?.type === "trickle") return trickle(response, answer, fault.everyMs);
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
}

/** Sends the first bytes of a body that announced more, and cuts the line when they are on their way. */
export function sendCut(response: ServerResponse, answer: Answer, sentBytes: number): void {
  response.writeHead(answer.status, headersOf(answer));
  response.flushHeaders();
  response.write(answer.body.subarray(0, sentBytes), () => response.destroy());
}

type Lost = Extract<Fault, { type: "lose" }>["at"];

function lose(response: ServerResponse, answer: Answer, at: Lost): void {
  switch (at) {
    case "request":
    case "status":
      response.socket?.resetAndDestroy();
      return;
    case "headers":
      response.writeHead(answer.status, headersOf(answer));
      response.flushHeaders();
      response.socket?.end(() => response.destroy());
      return;
    case "body":
      sendCut(response, answer, Math.floor(answer.body.length / 2));
      return;
    case "never":
      return; // until the caller gives up
  }
}

async function trickle(response: ServerResponse, answer: Answer, everyMs: number): Promise<void> {
  response.writeHead(answer.status, headersOf(answer));
  for (const byte of answer.body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await sleep(everyMs);
  }
  response.end();
}

function headersOf({ contentType, body, headers = {} }: Answer) {
  return {
    "content-type": contentType,
    "content-length": String(body.length),
    connection: "close",
    ...headers,
  };
}
