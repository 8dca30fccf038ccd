import sharp from "sharp";
import { expect, test } from "vitest";
import { invertMask } from "#lib/media/invert-mask.ts";

const NEVER = new AbortController().signal;

/** Black, with a white square in its upper left quarter. */
async function mask(format: "png" | "jpeg"): Promise<Buffer> {
  const square = { create: { width: 32, height: 32, channels: 3, background: "#ffffff" } } as const;
  const input = await sharp(square).png().toBuffer();
  return sharp({ create: { width: 64, height: 64, channels: 3, background: "#000000" } })
    .composite([{ input, top: 0, left: 0 }])
    .toFormat(format)
    .toBuffer();
}

test.each(["png", "jpeg"] as const)(
  "a %s mask is turned round, pixel by pixel and of the same size",
  async (format) => {
    const inverted = await invertMask(await mask(format), NEVER);
    const { data, info } = await sharp(inverted).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.format, info.width, info.height]).toEqual(["raw", 64, 64]);
    expect(data[10 * 64 + 10]).toBeLessThan(8);
    expect(data[50 * 64 + 50]).toBeGreaterThan(247);
    expect((await sharp(inverted).metadata()).format).toBe("png");
  },
);

test("what is no picture is refused, and nothing is sent for it", async () => {
  await expect(invertMask(Buffer.from("<html>"), NEVER)).rejects.toMatchObject({ kind: "refused" });
});
