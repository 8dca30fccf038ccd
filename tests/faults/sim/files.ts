import type { Answer } from "./answers.ts";
import { gatewayPage } from "./answers.ts";
import { clipOf } from "./clip-file.ts";
import type { Fault } from "./fault.ts";

type Asked = {
  readonly upstreamId: string;
  readonly range: string | undefined;
  readonly fault: Fault | null;
};

/** A file on its way: the answer's head, which bytes follow, and where the transfer ends. */
export type FileAnswer = Answer & {
  readonly fromByte: number;
  /** Of `body`, how many bytes are sent before the connection ends. */
  readonly sentBytes: number;
};

/** A finished clip with ranges and a strong ETag, or with what this fault makes of it. */
export function fileAnswer({ upstreamId, range, fault }: Asked): FileAnswer {
  const clip = clipOf(upstreamId);
  switch (fault?.type) {
    case "html":
      return whole(gatewayPage(200));
    case "status":
      return whole(gatewayPage(fault.status));
    case "redirect":
      return whole({ ...gatewayPage(302), headers: { location: fault.to } });
    case "garbage":
      return whole({ status: 200, contentType: "video/mp4", body: Buffer.alloc(clip.length, 0x47) });
    default:
      break;
  }
  const fromByte = fault?.type === "no_ranges" ? 0 : firstByteOf(range, clip.length);
  const isPart = range !== undefined && fault?.type !== "no_ranges";
  const body = clip.subarray(fromByte);
  const more = fault?.type === "wrong_length" ? fault.more : 0;
  return {
    status: isPart ? 206 : 200,
    contentType: "video/mp4",
    body,
    headers: {
      "content-length": String(body.length + more),
      "accept-ranges": "bytes",
      etag: `"${upstreamId}"`,
      ...(isPart && { "content-range": `bytes ${fromByte}-${clip.length - 1}/${clip.length}` }),
    },
    fromByte,
    sentBytes: fault?.type === "cut" ? Math.floor(body.length * fault.share) : body.length,
  };
}

function whole(answer: Answer): FileAnswer {
  return { ...answer, fromByte: 0, sentBytes: answer.body.length };
}

function firstByteOf(range: string | undefined, length: number): number {
  const [, first] = /^bytes=(\d+)-/.exec(range ?? "") ?? [];
  return Math.min(Number(first ?? 0), length);
}
