import {
  Brush,
  Circle,
  Eraser,
  Hand,
  Lasso,
  type LucideIcon,
  PaintBucket,
  Pentagon,
  RectangleHorizontal,
  Spline,
  WandSparkles,
} from "lucide-react";
import type { Tool } from "#lib/motion/tools/brush-state.ts";

export const TOOL_ICONS: Readonly<Record<Tool, LucideIcon>> = {
  brush: Brush,
  eraser: Eraser,
  lasso: Lasso,
  polygon: Pentagon,
  rectangle: RectangleHorizontal,
  ellipse: Circle,
  fill: PaintBucket,
  wand: WandSparkles,
  path: Spline,
  hand: Hand,
};
