"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { BrushSession } from "../session/brush-session.ts";
import type { Saying } from "../session/saying.ts";
import { useSaying } from "../session/use-brush-session.ts";

const SHOWN_MS = 4000;

/** Why something did not happen, or happened a little differently, for those who look at the picture. */
export function HintBubble({ session }: { session: BrushSession }) {
  const saying = useSaying(session);
  const t = useTranslations("motion.hints");
  const [read, setRead] = useState<Saying | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRead(saying), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saying]);
  if (saying?.type !== "hint" || saying === read) return null;
  return (
    // The live region says it already.
    <p
      aria-hidden
      className="pointer-events-none absolute inset-x-4 bottom-4 mx-auto w-fit rounded-md bg-black/75 px-3 py-1.5 text-center text-sm text-white"
    >
      {t(saying.hint)}
    </p>
  );
}
