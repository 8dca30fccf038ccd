"use client";

import { FileFixer } from "#components/intake/fixer/file-fixer.tsx";
import { MEDIA_LIMITS } from "#lib/kling/media-limits.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import type { OpenedPicture } from "./open-picture.ts";

type Props = {
  picture: OpenedPicture;
  onFixed: (picture: { file: Blob; name: string; size: ImageSize }) => void;
  onCancel: () => void;
};

/** A picture that would be refused: why, and one click that makes it fit. */
export function PictureFixer({ picture, onFixed, onCancel }: Props) {
  return (
    <FileFixer
      opened={picture}
      limits={MEDIA_LIMITS.image}
      onFixed={(file, { widthPx, heightPx }) => {
        const size = {
          widthPx: widthPx ?? picture.size.widthPx,
          heightPx: heightPx ?? picture.size.heightPx,
        };
        onFixed({ file, name: file.name, size });
      }}
      onCancel={onCancel}
    />
  );
}
