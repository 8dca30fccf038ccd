/** The picture being composed. One `unit` is a hundredth of its shorter side: things keep their size in every aspect. */
export type Stage = { width: number; height: number; unit: number };

export function stageOf(widthPx: number, heightPx: number): Stage {
  return { width: widthPx, height: heightPx, unit: Math.min(widthPx, heightPx) / 100 };
}
