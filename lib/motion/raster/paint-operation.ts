import type { Operation } from "../document.ts";
import type { LabelBuffer } from "../labels.ts";
import { paintFill } from "./fill.ts";
import type { PixelRect } from "./pixel-rect.ts";
import { clearLabel, paintRuns } from "./runs.ts";
import { paintShape } from "./shape.ts";
import { paintStroke } from "./stroke.ts";

/** Changes the pixels as the operation says; answers the rectangle around all that may have changed. */
export function paintOperation(labels: LabelBuffer, operation: Operation): PixelRect | null {
  switch (operation.type) {
    case "stroke":
      return paintStroke(labels, operation, operation.points);
    case "shape":
      return paintShape(labels, operation, operation.area);
    case "fill":
      return paintFill(labels, operation, operation.at);
    case "runs":
      return paintRuns(labels, operation, operation.runs);
    case "clear":
      return clearLabel(labels, operation.label);
    case "path":
      return null;
  }
}
