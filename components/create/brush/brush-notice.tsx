"use client";

import { useTranslations } from "use-intl/react";
import { useBrushDocument } from "#components/motion/drafts/use-brush-document.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { BrushObstacle } from "./painted-request.ts";

/** What is missing in the drawing, until it is drawn on. */
export function BrushNotice({ obstacle: { key, document, refusal } }: { obstacle: BrushObstacle }) {
  const t = useTranslations("create.obstacles.brush");
  if (useBrushDocument(key) !== document) return null;
  const region = "region" in refusal ? String(refusal.region) : "";
  return <Notice tone="warning">{t(refusal.code, { region })}</Notice>;
}
