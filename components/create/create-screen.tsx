"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { supports } from "#lib/kling/capabilities.ts";
import { combinationOfDraft, guideOf } from "#lib/kling/draft.ts";
import { clipPriceAt } from "#lib/kling/price-book.ts";
import type { PictureSlot } from "./create-state.ts";
import { DraftMenu } from "./drafts/draft-menu.tsx";
import { DraftTrouble } from "./drafts/draft-trouble.tsx";
import { LazyCreateDialogs } from "./lazy-create-dialogs.tsx";
import { useIncomingFiles } from "./picture/use-incoming-files.ts";
import { OrderBar } from "./prompt/order-bar.tsx";
import { PromptBox } from "./prompt/prompt-box.tsx";
import { OrderTrouble } from "./screen-notices.tsx";
import { SettingsColumn } from "./settings-column.tsx";
import { SettingsSummary } from "./settings-summary.tsx";
import { Stage } from "./stage/stage.tsx";
import { ToolList } from "./tool-list.tsx";
import { type CreateSetup, useCreate } from "./use-create.ts";
import { useCreateShortcuts } from "./use-create-shortcuts.ts";
import { usePreload } from "./use-preload.ts";
import { Workbench } from "./workbench.tsx";

const BENCHES = { frames: "frames", brush: "canvas", camera: "panel" } as const;

/** Tools at the left, the stage in the middle, settings at the right; on a phone one below the other. */
export function CreateScreen(setup: CreateSetup) {
  const t = useTranslations("create");
  const create = useCreate(setup);
  const [isRequestShown, showRequest] = useState(false);
  const [pickingFor, pickFor] = useState<PictureSlot | null>(null);
  const isDragging = useIncomingFiles(create.takeFiles);
  useCreateShortcuts(create.order);
  usePreload();
  const { state, store, sessionTakes, isPractice, priceBook } = create;
  const { draft, takes } = state;
  const isText = draft.kind === "text2video";
  const onPatch = (patch: Partial<typeof draft>) => store.dispatch({ type: "edit", patch });
  return (
    // On a desktop exactly as high as what the shell leaves, whatever it shows above: the parts scroll, not the page.
    <div className="relative flex flex-1 flex-col lg:min-h-128">
      <div className="flex flex-1 flex-col lg:absolute lg:inset-0 lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)_20.5rem]">
        <h1 className="sr-only">{t("title")}</h1>
        <div className="min-w-0 px-4 pt-3 lg:overflow-y-auto lg:border-r lg:border-line lg:p-3">
          <ToolList kind={draft.kind} onChoose={create.chooseTool} />
        </div>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 px-4 pt-3 lg:p-4">
          <Stage
            workbench={<Workbench create={create} onPick={pickFor} />}
            workbenchLabel={t(isText ? "stage.ideas" : "stage.frames")}
            takeIds={sessionTakes.takeIds}
            shownId={sessionTakes.shownId}
            onShow={sessionTakes.show}
            onUseSettings={create.fillFrom}
            onRetried={(taskId) => sessionTakes.add([taskId])}
            isDropTarget={isDragging}
            bench={isText && draft.guide !== "camera" ? "take" : BENCHES[guideOf(draft)]}
          />
          <DraftTrouble desk={create.desk} />
          <section
            aria-label={t("prompt.section")}
            className="max-lg:contents lg:rounded-xl lg:border lg:border-line-strong lg:bg-surface lg:shadow-card"
          >
            <PromptBox
              draft={draft}
              isOptional={supports("without_prompt", combinationOfDraft(draft))}
              onPatch={onPatch}
              drafts={setup.mayCreate && <DraftMenu desk={create.desk} />}
              onStartOver={create.startOver}
              onShowRequest={() => showRequest(true)}
            />
            <OrderTrouble create={create} />
            <SettingsSummary draft={draft} takes={takes} onOpen={() => create.setSettingsOpen(true)} />
            <OrderBar
              price={clipPriceAt(create.readiness.request, priceBook)}
              takes={takes}
              isPractice={isPractice}
              isOnItsWay={create.isOnItsWay}
              onGenerate={create.order}
            />
          </section>
        </div>
        <SettingsColumn create={create} />
        <LazyCreateDialogs
          {...{ create, isRequestShown, pickingFor }}
          onRequestShown={showRequest}
          onPickEnd={() => pickFor(null)}
        />
      </div>
    </div>
  );
}
