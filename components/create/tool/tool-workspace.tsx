"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { isToolKind, type ToolKind } from "#lib/client/create-link.ts";
import { carriedFrom } from "#lib/kling/forms/carried.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { DraftTrouble } from "../drafts/draft-trouble.tsx";
import { useIncomingFiles } from "../picture/use-incoming-files.ts";
import { OrderBar } from "../prompt/order-bar.tsx";
import { Stage } from "../stage/stage.tsx";
import { ToolList } from "../tool-list.tsx";
import { pathOfKind } from "../tools.ts";
import { useCreateShortcuts } from "../use-create-shortcuts.ts";
import { handOver } from "./hand-over.ts";
import { ToolBench } from "./tool-bench.tsx";
import { ToolDialogs } from "./tool-dialogs.tsx";
import { ToolPrompts } from "./tool-prompts.tsx";
import { ToolSettingsColumn, ToolSettingsLine } from "./tool-settings.tsx";
import { ToolTrouble } from "./tool-trouble.tsx";
import { type Tool, type ToolSetup, useTool } from "./use-tool.ts";

/** One tool: the others at the left, its files and takes in the middle, its settings at the right, its words below. */
export function ToolWorkspace(setup: ToolSetup) {
  const t = useTranslations("create");
  const words = useWords();
  const tool = useTool(setup);
  const router = useRouter();
  const [isRequestShown, showRequest] = useState(false);
  const isDragging = useIncomingFiles(tool.intake.takeAnywhere);
  useCreateShortcuts(tool.order);
  const { form, state, status, sessionTakes } = tool;
  const { kind } = form.kind;
  const goTo = (next: ToolKind) => {
    handOver(carriedFrom(form, state.draft, state.known));
    router.push(pathOfKind(next));
  };
  return (
    // On a desktop exactly as high as what the shell leaves, whatever it shows above: the parts scroll, not the page.
    <div className="relative flex flex-1 flex-col lg:min-h-128">
      <div className="flex flex-1 flex-col lg:absolute lg:inset-0 lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)_20.5rem]">
        <h1 className="sr-only">{words(TASK_KIND_NAMES[kind])}</h1>
        <div className="min-w-0 px-4 pt-3 lg:overflow-y-auto lg:border-r lg:border-line lg:p-3">
          {isToolKind(kind) && <ToolList kind={kind} onChoose={goTo} />}
        </div>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 px-4 pt-3 lg:p-4">
          <Stage
            workbench={<ToolBench tool={tool} />}
            workbenchLabel={t("stage.inputs")}
            takeIds={sessionTakes.takeIds}
            shownId={sessionTakes.shownId}
            onShow={sessionTakes.show}
            onUseSettings={tool.fillFrom}
            onRetried={(taskId) => sessionTakes.add([taskId])}
            isDropTarget={isDragging}
            bench={benchOf(tool)}
          />
          <DraftTrouble desk={tool.desk} />
          <section
            aria-label={t("prompt.section")}
            className="max-lg:contents lg:rounded-xl lg:border lg:border-line-strong lg:bg-surface lg:shadow-card"
          >
            <ToolPrompts tool={tool} onShowRequest={() => showRequest(true)} />
            <ToolTrouble tool={tool} />
            <ToolSettingsLine tool={tool} />
            <OrderBar
              price={status.price}
              takes={state.takes}
              isPractice={tool.isPractice}
              isOnItsWay={tool.ordering.isOnItsWay}
              onGenerate={tool.order}
            />
          </section>
        </div>
        <ToolSettingsColumn tool={tool} />
        <ToolDialogs tool={tool} isRequestShown={isRequestShown} onRequestShown={showRequest} />
      </div>
    </div>
  );
}

function benchOf({ fields }: Tool): "frames" | "take" {
  return fields.some(({ type }) => type === "file" || type === "files" || type === "result")
    ? "frames"
    : "take";
}
