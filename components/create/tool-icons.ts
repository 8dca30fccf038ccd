import { AudioLines, Image, ImagePlay, type LucideIcon, PersonStanding, Type } from "lucide-react";
import type { ToolKind } from "#lib/client/create-link.ts";

export const TOOL_ICONS: Readonly<Record<ToolKind, LucideIcon>> = {
  text2video: Type,
  image2video: ImagePlay,
  "motion-control": PersonStanding,
  tts: AudioLines,
  "image-generation": Image,
};
