"use client";

import { useTranslations } from "use-intl/react";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { TaskSection } from "./task-section.tsx";

/** The pictures that went in; each opens at full size. */
export function TaskInputs({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  if (task.inputs.length === 0) return null;
  return (
    <TaskSection title={t("inputs.title")}>
      <ul className="grid grid-cols-2 gap-3">
        {task.inputs.map(({ role, assetId, widthPx, heightPx }) => (
          <li key={role}>
            <a
              href={assetUrl(assetId, "content")}
              target="_blank"
              rel="noreferrer"
              className="block overflow-hidden rounded-lg border border-line bg-stage"
            >
              {/* biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose */}
              <img
                src={assetUrl(assetId, "poster")}
                alt={t(`inputs.${roleName(role)}`)}
                width={widthPx}
                height={heightPx}
                className="aspect-video w-full object-contain"
              />
            </a>
            <p className="mt-1.5 flex justify-between gap-2 text-xs text-muted">
              <span>{t(`inputs.${roleName(role)}`)}</span>
              <span className="tabular-nums">
                {widthPx} × {heightPx}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </TaskSection>
  );
}

/** Roles are the request's fields. */
function roleName(role: string): "firstFrame" | "endFrame" | "picture" {
  if (role === "image") return "firstFrame";
  return role === "image_tail" ? "endFrame" : "picture";
}
