import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

/**
 * Draws the app icons from `public/icon.svg`; run it after changing the drawing: `node scripts/icons.ts`.
 * Maskable and Apple icons have no round corners of their own: the system cuts them.
 */
const ICONS = [
  { file: "icon-192.png", sizePx: 192, isFullBleed: false },
  { file: "icon-512.png", sizePx: 512, isFullBleed: false },
  { file: "icon-maskable-512.png", sizePx: 512, isFullBleed: true },
  { file: "apple-touch-icon.png", sizePx: 180, isFullBleed: true },
] as const;

const publicDir = path.join(PROJECT_DIR, "public");
const drawing = await readFile(path.join(publicDir, "icon.svg"), "utf8");
await mkdir(path.join(publicDir, "icons"), { recursive: true });

for (const { file, sizePx, isFullBleed } of ICONS) {
  const svg = isFullBleed ? drawing.replace('rx="8.5"', 'rx="0"') : drawing;
  await sharp(Buffer.from(svg), { density: (72 * sizePx) / 32 })
    .resize(sizePx, sizePx)
    .png({ compressionLevel: 9 })
    .toFile(path.join(publicDir, "icons", file));
}

/** Browsers ask for this by itself now and then, whatever the page says: a PNG in the smallest of ICO files. */
const FAVICON_PX = 32;
const picture = await sharp(Buffer.from(drawing), { density: 72 * (FAVICON_PX / 32) })
  .resize(FAVICON_PX, FAVICON_PX)
  .png({ compressionLevel: 9 })
  .toBuffer();
const directory = Buffer.alloc(22);
directory.writeUInt16LE(1, 2); // an icon
directory.writeUInt16LE(1, 4); // one picture
directory.set([FAVICON_PX, FAVICON_PX], 6);
directory.writeUInt16LE(1, 10); // planes
directory.writeUInt16LE(32, 12); // bits of a pixel
directory.writeUInt32LE(picture.byteLength, 14);
directory.writeUInt32LE(directory.byteLength, 18); // where the picture begins
await writeFile(path.join(publicDir, "favicon.ico"), Buffer.concat([directory, picture]));
