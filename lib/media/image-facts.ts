/** What a picture's first bytes say about it, without decoding a single pixel. */
export type ImageHeader = {
  ok: true;
  mime: "image/jpeg" | "image/png";
  /** As stored, before the orientation is applied. */
  storedWidthPx: number;
  storedHeightPx: number;
  /** As a viewer shows it. */
  widthPx: number;
  heightPx: number;
  /** EXIF orientation, 1 to 8; 1 when the file does not say. */
  orientation: number;
  bitDepth: number;
  hasAlpha: boolean;
  isProgressive: boolean;
};

/** Why a file is not taken. `convert` means: a real picture of a kind we do not take, save it as JPEG or PNG. */
export type ImageRefusal = "not_an_image" | "convert" | "animated" | "too_many_pixels" | "damaged";

export type RefusedImage = { ok: false; refusal: ImageRefusal; message: string };

export function refuse(refusal: ImageRefusal, message: string): RefusedImage {
  return { ok: false, refusal, message };
}
