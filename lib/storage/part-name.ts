import type { PartPlace } from "./blob-store.ts";

/** Where all parts of one upload are. Throws for what is no id, so that no path leaves the store. */
export function uploadFolder(uploadId: string): string {
  if (!/^upload_[0-9A-Z]{26}$/.test(uploadId)) throw new Error(`not the id of an upload: ${uploadId}`);
  return uploadId;
}

export function partName({ uploadId, place }: PartPlace): string {
  if (!/^[0-9]+-[0-9]+$/.test(place)) throw new Error(`not the place of a part: ${place}`);
  return `${uploadFolder(uploadId)}/${place}`;
}
