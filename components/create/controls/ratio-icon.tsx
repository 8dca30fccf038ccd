/** Its longer side, in pixels. */
const LONG_PX = 16;

/** The shape of the picture, as a little frame; nothing for one that is not known before. */
export function RatioIcon({ ratio }: { ratio: string }) {
  const [width, height] = ratio.split(":").map(Number);
  if (!width || !height) return null;
  const scale = LONG_PX / Math.max(width, height, Math.sqrt(width * height) * 1.25);
  return (
    <span aria-hidden className="flex size-4 items-center justify-center">
      <span
        className="rounded-[3px] border-[1.5px] border-current"
        style={{ width: `${Math.round(width * scale)}px`, height: `${Math.round(height * scale)}px` }}
      />
    </span>
  );
}
