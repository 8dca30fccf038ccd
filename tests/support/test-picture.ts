import sharp from "sharp";
import { uploadAsset } from "#lib/assets/upload-asset.ts";
import type { Principal } from "#lib/contract/permissions.ts";

type Size = { readonly widthPx: number; readonly heightPx: number };

/** A PNG of one colour, different for every call. */
export async function makePicture({ widthPx, heightPx }: Size): Promise<Uint8Array> {
  const background = { r: randomByte(), g: randomByte(), b: randomByte() };
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } })
    .png()
    .toBuffer();
}

export async function uploadPicture(caller: Principal, size: Size) {
  return uploadAsset({ caller, bytes: await makePicture(size), name: "picture.png" });
}

function randomByte(): number {
  return Math.floor(Math.random() * 256);
}
