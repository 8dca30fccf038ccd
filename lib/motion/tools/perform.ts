import type { BrushHistory } from "../history/brush-history.ts";
import { around, type PixelRect } from "../raster/pixel-rect.ts";
import type { BrushEffect, Hint } from "./brush-effect.ts";

/** What became of the effects: where to draw again, whether the document is another one, and what to tell. */
export type Performed = {
  readonly area: PixelRect | null;
  readonly isChanged: boolean;
  readonly hints: readonly Hint[];
};

export function perform(history: BrushHistory, effects: readonly BrushEffect[]): Performed {
  const before = history.document;
  const hints: Hint[] = [];
  const area = effects.reduce<PixelRect | null>(
    (soFar, effect) => around(soFar, performOne(history, effect, hints)),
    null,
  );
  return { area, isChanged: history.document !== before, hints };
}

function performOne(history: BrushHistory, effect: BrushEffect, hints: Hint[]): PixelRect | null {
  switch (effect.type) {
    case "paint":
      return history.paintInProgress(effect.paint, effect.points);
    case "take-back":
      return history.takeBack();
    case "commit":
      return history.apply(effect.operation).area;
    case "undo":
    case "redo": {
      const change = history[effect.type]();
      if (change === null) hints.push(`nothing-to-${effect.type}`);
      return change?.area ?? null;
    }
    case "hint":
      hints.push(effect.hint);
      return null;
  }
}
