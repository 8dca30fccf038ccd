import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/**
 * Imported before anything that reads the environment: stands in for every host that the samples of the seed documents
 * name, and leads the outbound door there. Pictures and videos are of sizes that Kling takes, whatever their names.
 */
const HOSTS = ["example.com", "wanx.alicdn.com", "p4-kling.klingai.com", "cdn.wanx.aliyuncs.com"];

/** 5 s at 1280 × 720 and 24 pictures a second suit every limit on videos of those documents. */
const FILM = { widthPx: 1280, heightPx: 720, fps: 24, durationSeconds: 5 };

const asked: string[] = [];
let film: Promise<Uint8Array> | undefined;

const server = createServer((request, response) => {
  asked.push(`${request.headers.host}${request.url}`);
  fileFor(new URL(request.url ?? "/", "http://fixture").pathname).then(
    ({ type, bytes }) => response.writeHead(200, { "content-type": type }).end(bytes),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

server.listen(0, "127.0.0.1");
await once(server, "listening");
// A server that listens on a port has an address of this shape.
const { port } = server.address() as AddressInfo;
process.env.OUTBOUND_HOST_MAP = HOSTS.map((host) => `${host}=127.0.0.1:${port}`).join(",");

export const seedHosts = {
  /** Host and path of every call so far. */
  asked: asked as readonly string[],
  async close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
};

async function fileFor(path: string): Promise<{ type: string; bytes: Uint8Array }> {
  if (path.endsWith(".mp4")) {
    film ??= makeFilm();
    return { type: "video/mp4", bytes: await film };
  }
  return path.endsWith(".png")
    ? { type: "image/png", bytes: await picture(path).png().toBuffer() }
    : { type: "image/jpeg", bytes: await picture(path).jpeg().toBuffer() };
}

/** One size for all, as masks want it, and wide enough for the printed trajectories; white on black where a mask is asked for. */
function picture(path: string) {
  const isMask = path.includes("mask");
  const shape = Buffer.from(
    '<svg width="900" height="600"><circle cx="450" cy="300" r="180" fill="#fff"/></svg>',
  );
  const background = isMask ? "#000" : `hsl(${(path.length * 37) % 360}, 60%, 40%)`;
  return sharp({ create: { width: 900, height: 600, channels: 3, background } }).composite([
    { input: shape },
  ]);
}

async function makeFilm(): Promise<Uint8Array> {
  const { renderClip } = await import("#lib/engine/render-clip.ts");
  const outDir = await mkdtemp(join(tmpdir(), "seed-film-"));
  try {
    const job = { kind: "text2video", prompt: "a dancer", hasSound: true, outDir, ...FILM } as const;
    return await readFile((await renderClip(job)).videoPath);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
