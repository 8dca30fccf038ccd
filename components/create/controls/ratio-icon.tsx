import type { AspectRatio } from "#lib/kling/fields.ts";

const BOXES: Readonly<Record<AspectRatio, string>> = {
  "16:9": "h-[9px] w-4",
  "9:16": "h-4 w-[9px]",
  "1:1": "size-[13px]",
};

/** The shape of the picture, as a little frame. */
export function RatioIcon({ ratio }: { ratio: AspectRatio }) {
  return (
    <span aria-hidden className="flex size-4 items-center justify-center">
      <span className={`rounded-[3px] border-[1.5px] border-current ${BOXES[ratio]}`} />
    </span>
  );
}
