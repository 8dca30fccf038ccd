"use client";

import { useTranslations } from "use-intl/react";
import { useRequestFacts } from "#components/ui/task/use-request-facts.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { DEFAULT_ASPECT_RATIO } from "#lib/kling/fields.ts";
import { outputSpec } from "#lib/kling/output.ts";
import { type Fact, FactList } from "./fact-list.tsx";
import { TaskSection } from "./task-section.tsx";

/** Every parameter in words; before there is a clip, the measures it will have. */
export function TaskSettings({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const { request, output, inputs } = task;
  const facts = useRequestFacts(request);
  const spec = outputSpec(request, inputs[0]);
  const size = output ?? spec;
  const fps = output?.fps ?? spec.fps;
  const rows: readonly (Fact | false)[] = [
    { name: t("settings.model"), value: facts.model },
    facts.mode !== null && { name: t("settings.mode"), value: facts.mode },
    { name: t("settings.duration"), value: facts.duration },
    {
      name: t("settings.aspect"),
      value:
        request.kind === "text2video"
          ? (request.aspect_ratio ?? DEFAULT_ASPECT_RATIO)
          : t("settings.likePicture"),
    },
    { name: t("settings.size"), value: `${size.widthPx} × ${size.heightPx}` },
    { name: t("settings.fps"), value: t("settings.fpsValue", { fps: Math.round(fps * 100) / 100 }) },
    { name: t("settings.sound"), value: t(request.sound === "on" ? "settings.on" : "settings.off") },
    request.cfg_scale !== undefined && { name: t("settings.cfgScale"), value: request.cfg_scale },
    request.watermark_info?.enabled === true && { name: t("settings.watermark"), value: t("settings.on") },
    { name: t("settings.connection"), value: task.connection.name },
    task.viaGateway && { name: t("settings.orderedBy"), value: t("settings.gateway") },
  ];
  return (
    <TaskSection title={t("settings.title")}>
      <FactList facts={rows.filter((row) => row !== false)} />
    </TaskSection>
  );
}
