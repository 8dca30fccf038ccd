import {
  createUploadOperation,
  endUploadOperation,
  finishUploadOperation,
  getUploadOffsetOperation,
  sendUploadBytesOperation,
} from "#lib/contract/uploads.ts";
import { call, requestOf } from "#tests/integration/routes/call.ts";
import { readEndpoints } from "#tests/integration/routes/route-files.ts";

const TUS = { "tus-resumable": "1.0.0" };
const BYTES = { ...TUS, "content-type": "application/offset+octet-stream" };

export type NewUpload = { readonly name: string; readonly type: string; readonly length: number };

/** Uploads as a browser makes them, one call at a time, through the routes in this process. */
export function tusClient(caller: Readonly<Record<string, string>>) {
  const params = (uploadId: string) => ({ params: { uploadId } });
  return {
    create({ name, type, length }: NewUpload): Promise<Response> {
      const metadata = [`filename ${base64(name)}`, `filetype ${base64(type)}`].join(",");
      const headers = { ...TUS, "upload-length": String(length), "upload-metadata": metadata };
      return call(createUploadOperation, { headers }, caller);
    },
    async begin(file: NewUpload): Promise<string> {
      const answer = await this.create(file);
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      return answer.headers.get("location")?.split("/").at(-1) ?? "";
    },
    head: (id: string) => call(getUploadOffsetOperation, { ...params(id), headers: TUS }, caller),
    async offset(id: string): Promise<number> {
      return Number((await this.head(id)).headers.get("upload-offset"));
    },
    patch(
      id: string,
      offset: number,
      body: Uint8Array,
      headers: Record<string, string> = {},
    ): Promise<Response> {
      const all = { ...BYTES, "upload-offset": String(offset), ...headers };
      return call(sendUploadBytesOperation, { ...params(id), headers: all, body }, caller);
    },
    /** A body of unannounced length, which may break off. */
    async pour(id: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<Response> {
      const endpoint = (await readEndpoints()).find(
        (it) => it.handler.operation === sendUploadBytesOperation,
      );
      if (endpoint === undefined) throw new Error("nobody takes bytes");
      const headers = { ...caller, ...BYTES, "upload-offset": String(offset) };
      const { url, headers: sent } = requestOf(sendUploadBytesOperation, params(id), headers);
      const init = { method: "PATCH", headers: sent, body: streamOf(chunks), duplex: "half" } as RequestInit;
      return endpoint.handler(new Request(url, init), { params: Promise.resolve({ uploadId: id }) });
    },
    end: (id: string) => call(endUploadOperation, { ...params(id), headers: TUS }, caller),
    finish: (id: string) => call(finishUploadOperation, params(id), caller),
    /** All of it in one go. @returns the answer to `finish`, or whichever answer refused it */
    async send(file: Omit<NewUpload, "length"> & { readonly bytes: Uint8Array }): Promise<Response> {
      const created = await this.create({ ...file, length: file.bytes.byteLength });
      if (created.status !== 201) return created;
      const id = created.headers.get("location")?.split("/").at(-1) ?? "";
      const sent = await this.patch(id, 0, file.bytes);
      return sent.status === 204 ? this.finish(id) : sent;
    },
  };
}

export type TusClient = ReturnType<typeof tusClient>;

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** Nothing is read ahead: what was read before a failure has arrived. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const step = await iterator.next();
        if (step.done === true) controller.close();
        else controller.enqueue(step.value);
      },
    },
    { highWaterMark: 0 },
  );
}
