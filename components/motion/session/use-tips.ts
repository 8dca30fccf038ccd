"use client";

import { useEffect, useState } from "react";
import type { BrushTip } from "#lib/motion/tips/brush-tips.ts";
import type { BrushSession } from "./brush-session.ts";
import { watchTips } from "./tips-watch.ts";

export function useTips(session: BrushSession): readonly BrushTip[] {
  const [tips, setTips] = useState<readonly BrushTip[]>([]);
  useEffect(() => watchTips(session, setTips), [session]);
  return tips;
}
