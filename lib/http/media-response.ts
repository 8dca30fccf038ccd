import type { AssetFile } from "#lib/assets/find-asset-file.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { readRange } from "./byte-range.ts";

/**
 * A file as an HTTP answer: whole, one range, "not modified", or 416 for a range that makes no sense. Nothing in it can run, whatever it holds; a browser may
 * keep a copy but asks again each time, so that a lost membership is noticed at once and a `304` stays cheap.
 */
export function mediaResponse(request: Request, file: AssetFile): Response {
  const headers = headersOf(file);
  const etag = headers.get("etag") ?? "";
  if (namesTag(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  const ifRange = request.headers.get("if-range");
  const asked = readRange(
    ifRange === null || ifRange === etag ? request.headers.get("range") : null,
    file.bytes,
  );
  switch (asked.kind) {
    case "whole":
      headers.set("content-length", String(file.bytes));
      return new Response(blobs.open(file.key), { headers });
    case "part": {
      const { start, end } = asked;
      headers.set("content-length", String(end - start + 1));
      headers.set("content-range", `bytes ${start}-${end}/${file.bytes}`);
      return new Response(blobs.open(file.key, { start, end }), { status: 206, headers });
    }
    case "unsatisfiable":
      headers.set("content-range", `bytes */${file.bytes}`);
      return new Response(null, { status: 416, headers });
  }
}

function headersOf({ key, mime, fileName, isDownload }: AssetFile): Headers {
  return new Headers({
    "content-type": mime,
    "content-disposition": dispositionOf(fileName, isDownload ? "attachment" : "inline"),
    "accept-ranges": "bytes",
    // The key is made of the content's hash: the same tag never means other bytes.
    etag: `"${key.replace(/^.*\//, "")}"`,
    "cache-control": "private, no-cache",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  });
}

function namesTag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** RFC 6266: a plain name for old clients, the real one in UTF-8 for the others. */
function dispositionOf(fileName: string, type: "inline" | "attachment"): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
