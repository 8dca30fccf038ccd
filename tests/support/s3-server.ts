import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import type { Bucket } from "#lib/storage/s3-client.ts";

/** A real S3 server in a process of its own, which keeps its objects below `directory`. */
export type S3Server = {
  readonly place: (bucket: string) => Bucket;
  readonly stop: () => Promise<void>;
};

const CREDENTIALS = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" }; // the only ones it knows

/** @param buckets that it has from the beginning */
export async function startS3Server(directory: string, buckets: readonly string[]): Promise<S3Server> {
  const program = createRequire(import.meta.url).resolve("s3rver/bin/s3rver.js");
  const wanted = buckets.flatMap((bucket) => ["--configure-bucket", bucket]);
  const child = spawn(
    process.execPath,
    [program, "--directory", directory, "--address", "127.0.0.1", "--port", "0", "--silent", ...wanted],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const port = await portOf(child.stdout);
  return {
    place: (bucket) => ({
      bucket,
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      credentials: CREDENTIALS,
      pathStyle: true,
    }),
    async stop() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** The server says where it listens, once; what else it says is let go. */
function portOf(output: Readable): Promise<string> {
  return new Promise((settle, fail) => {
    let text = "";
    output.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const [, port] = /listening on \S+?:(\d+)/.exec(text) ?? [];
      if (port !== undefined) settle(port);
    });
    output.once("end", () => fail(new Error(`the S3 server did not start: ${text}`)));
  });
}
