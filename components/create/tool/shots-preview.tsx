"use client";

import { Clapperboard } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ShotsField } from "#lib/kling/forms/field.ts";
import { shotsAt } from "#lib/kling/forms/shot-list.ts";
import type { Tool } from "./use-tool.ts";

const ShotsAnimatic = lazy(async () => ({ default: (await import("./shots-animatic.tsx")).ShotsAnimatic }));

/** The shots as they will follow each other, for nothing and before they are ordered. */
export function ShotsPreview({ tool, field }: { tool: Tool; field: ShotsField }) {
  const t = useTranslations("motion.animatic");
  const [isOpen, open] = useState(false);
  const [shape] = tool.status.output.videos;
  if (shape === undefined) return null;
  if (!isOpen)
    return (
      <Button
        size="sm"
        icon={<Clapperboard aria-hidden />}
        onClick={() => open(true)}
        className="self-center"
      >
        {t("playShots")}
      </Button>
    );
  const { draft } = tool.state;
  return (
    <Suspense fallback={<Skeleton className="absolute inset-0 z-10" />}>
      <ShotsAnimatic
        shots={shotsAt(draft, field.path)}
        shape={shape}
        picture={field.firstPicture?.(draft)}
        onClose={() => open(false)}
      />
    </Suspense>
  );
}
