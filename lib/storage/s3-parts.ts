import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { PartPlace, PartStore } from "./blob-store.ts";
import { partName, uploadFolder } from "./part-name.ts";
import { webStream } from "./web-stream.ts";

export type Objects = { readonly client: S3Client; readonly bucket: string };

/** Before the names of all parts. */
const PREFIX = "parts/";

/** Parts of uploads as objects of the bucket. Each is small enough to travel in one call. */
export function s3Parts({ client, bucket }: Objects): PartStore {
  return {
    async put({ path, ...part }) {
      const { size } = await stat(path);
      const Key = PREFIX + partName(part);
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key, Body: createReadStream(path), ContentLength: size }),
      );
      await rm(path, { force: true });
    },
    open: (part) => webStream(chunksOf({ client, bucket }, part)),
    async removeAll(uploadId) {
      for await (const { name } of objectsUnder({ client, bucket }, `${PREFIX}${uploadFolder(uploadId)}/`))
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
    },
    async *list() {
      const newest = new Map<string, Date>();
      for await (const { name, writtenAt } of objectsUnder({ client, bucket }, PREFIX)) {
        const uploadId = name.slice(PREFIX.length).split("/")[0] ?? "";
        const known = newest.get(uploadId);
        if (known === undefined || known < writtenAt) newest.set(uploadId, writtenAt);
      }
      for (const [uploadId, writtenAt] of newest) yield { uploadId, writtenAt };
    },
  };
}

async function* objectsUnder({ client, bucket }: Objects, prefix: string) {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
    for (const { Key: name, LastModified: writtenAt } of page.Contents ?? []) {
      if (name !== undefined && writtenAt !== undefined) yield { name, writtenAt };
    }
  }
}

async function* chunksOf({ client, bucket }: Objects, part: PartPlace): AsyncGenerator<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: PREFIX + partName(part) }));
  if (Body === undefined) throw new Error("a part came without a body");
  yield* Body as Readable; // on Node it is one; the SDK's type also covers browsers
}
