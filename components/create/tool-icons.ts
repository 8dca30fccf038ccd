import {
  AudioLines,
  Boxes,
  Expand,
  Image,
  ImagePlay,
  Images,
  type LucideIcon,
  PersonStanding,
  ScanSearch,
  Shirt,
  Type,
  WandSparkles,
} from "lucide-react";
import type { ToolKind } from "#lib/client/create-link.ts";

export const TOOL_ICONS: Readonly<Record<ToolKind, LucideIcon>> = {
  text2video: Type,
  image2video: ImagePlay,
  "motion-control": PersonStanding,
  tts: AudioLines,
  "image-generation": Image,
  "omni-image": WandSparkles,
  "multi-image2image": Images,
  expand: Expand,
  "virtual-try-on": Shirt,
  "image-recognize": ScanSearch,
  "ai-multi-shot": Boxes,
};
