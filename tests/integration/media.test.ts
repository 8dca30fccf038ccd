import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runLimitedChild } from "#lib/media/limited-child.ts";
import { availableConfinement } from "#lib/media/limited-child-command.ts";
import { normalizeImage } from "#lib/media/normalize-image.ts";
import { probeVideo } from "#lib/media/probe-video.ts";

const MIB = 1024 ** 2;
const LIMITS = { wallClockMs: 20_000, cpuSeconds: 20, memoryBytes: 512 * MIB, fileBytes: 16 * MIB };

const tell = (deed: string, options: { limits?: Partial<typeof LIMITS>; signal?: AbortSignal } = {}) =>
  runLimitedChild({
    script: "tests/integration/children/misbehave.ts",
    input: deed,
    limits: { ...LIMITS, ...options.limits },
    signal: options.signal,
  });

describe("a limited child", () => {
  test("gives its answer", async () => {
    await expect(tell("answer")).resolves.toEqual({ answer: 42 });
  });

  test("that refuses its input hands over its word for why", async () => {
    await expect(tell("refuse")).rejects.toMatchObject({ kind: "refused", refusal: "undecodable" });
  });

  test.each(["throw", "die", "abort", "exit"])("that ends by %s is a crash", async (deed) => {
    await expect(tell(deed)).rejects.toMatchObject({ kind: "crash" });
  });

  test("that never ends is stopped by the clock", async () => {
    await expect(tell("loop", { limits: { wallClockMs: 1_500 } })).rejects.toMatchObject({ kind: "timeout" });
  });

  test("that burns its processor time is stopped where the host can count it", async () => {
    const { prlimit } = await availableConfinement();
    const limits = prlimit ? { cpuSeconds: 1 } : { wallClockMs: 1_500 };
    await expect(tell("loop", { limits })).rejects.toMatchObject({ kind: "timeout" });
  });

  test("that hoards memory is stopped before the host feels it", async () => {
    await expect(tell("hog")).rejects.toMatchObject({ kind: "memory" });
  });

  test("is stopped by its caller's signal, and never started by one that fired before", async () => {
    const stop = new AbortController();
    const running = tell("loop", { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ kind: "aborted" });
    await expect(tell("answer", { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: "aborted" });
  });

  test("takes its own children with it", async () => {
    const before = sleepers();
    await expect(tell("grandchild", { limits: { wallClockMs: 1_500 } })).rejects.toMatchObject({
      kind: "timeout",
    });
    expect(sleepers()).toBe(before);
  });

  test("knows nothing of our environment", async () => {
    const names = await tell("environment");
    expect(names).not.toContain("DATABASE_URL");
    expect(names).not.toContain("PATH");
  });

  test("may talk as much as it likes: only the tail is kept", async () => {
    await expect(tell("chatter")).resolves.toBeTypeOf("boolean");
  });

  test("cannot fill the disk, reach the network or open files without end", async () => {
    const { prlimit, unshareNetwork } = await availableConfinement();
    if (prlimit) {
      await expect(tell("write")).rejects.toMatchObject({ kind: "crash" });
      await expect(tell("descriptors")).resolves.toBe("128");
    }
    if (unshareNetwork) await expect(tell("network")).resolves.toMatch(/ENETUNREACH/);
  });
});

function sleepers(): number {
  const list = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return list.split("\n").filter((line) => line.trim() === "sleep 300").length;
}

describe("a picture", () => {
  let directory = "";

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "framewright-media-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const normalized = async (bytes: Buffer) => {
    const inputPath = join(directory, "upload");
    await writeFile(inputPath, bytes);
    return normalizeImage({ inputPath, outDir: directory });
  };

  const photo = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#c86432" } });

  test("comes out upright, of its own kind, without where and by whom it was taken", async () => {
    const upload = await photo(640, 400)
      .withExif({ IFD0: { Make: "SECRETCAM", Artist: "Somebody" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const image = await normalized(Buffer.concat([upload, Buffer.from("<?php evil(); ?>")]));
    expect(image).toMatchObject({ mime: "image/jpeg", widthPx: 400, heightPx: 640 });
    const bytes = await readFile(image.imagePath);
    expect(bytes.length).toBe(image.bytes);
    for (const leftover of ["SECRETCAM", "Somebody", "evil", "Exif"])
      expect(bytes.includes(leftover)).toBe(false);
  });

  test("keeps its transparency as PNG, and its thumbnail is a small WebP", async () => {
    const image = await normalized(await photo(1_200, 800).ensureAlpha(0.4).png().toBuffer());
    expect(image.mime).toBe("image/png");
    await expect(sharp(image.imagePath).metadata()).resolves.toMatchObject({ hasAlpha: true, width: 1_200 });
    await expect(sharp(image.thumbnailPath).metadata()).resolves.toMatchObject({
      format: "webp",
      width: 512,
    });
  });

  test("in CMYK becomes sRGB", async () => {
    const image = await normalized(await photo(400, 400).toColourspace("cmyk").jpeg().toBuffer());
    await expect(sharp(image.imagePath).metadata()).resolves.toMatchObject({ space: "srgb", channels: 3 });
  });

  test("of a kind we do not take is refused with the parser's word", async () => {
    await expect(normalized(await photo(400, 400).webp().toBuffer())).rejects.toMatchObject({
      kind: "convert",
    });
    await expect(normalized(Buffer.from("GIF89a"))).rejects.toMatchObject({ kind: "convert" });
    await expect(normalized(Buffer.from("<html>"))).rejects.toMatchObject({ kind: "not_an_image" });
  });

  test("whose header is fine and whose pixels are not is undecodable, and we live on", async () => {
    const upload = await photo(900, 900).png().toBuffer();
    const broken = Buffer.concat([upload.subarray(0, upload.length - 60), Buffer.alloc(60)]);
    await expect(normalized(broken)).rejects.toMatchObject({ kind: "undecodable" });
  });
});

test("what is no video is refused by the probe, not decoded", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "framewright-probe-")), "clip.mp4");
  for (const content of [
    "#EXTM3U\n#EXT-X-STREAM-INF\nhttp://example.invalid/a",
    "ffconcat version 1.0\nfile a",
    "",
  ]) {
    await writeFile(path, content);
    await expect(probeVideo(path)).rejects.toMatchObject({ kind: "not_a_video" });
  }
});
