import { Readable } from "node:stream";
import { webStream } from "#lib/storage/web-stream.ts";

type Download = { readonly fileName: string; readonly mime: string };

/** Text that is made as it is sent, as a file to be saved; the name is ours and plain. */
export function textDownload(parts: AsyncIterable<string>, { fileName, mime }: Download): Response {
  return new Response(webStream(Readable.from(encoded(parts))), {
    headers: {
      "content-type": `${mime}; charset=utf-8`,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
