import { alongPath, measurePath } from "../along-path.ts";
import type { Path } from "../document.ts";

/** So many points at even distances along the way; the first and the last stay where they are. At least two. */
export function resample(path: Path, count: number): Path {
  const measured = measurePath(path);
  return Array.from({ length: Math.max(2, count) }, (_, index) =>
    alongPath(measured, index / (Math.max(2, count) - 1)),
  );
}
