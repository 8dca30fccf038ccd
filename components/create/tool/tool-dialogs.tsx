"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, Sheet } from "#components/ui/dialog.tsx";
import { LazyToolPanel } from "./tool-settings.tsx";
import type { Tool } from "./use-tool.ts";

const RequestText = lazy(async () => ({ default: (await import("../request-text-view.tsx")).RequestText }));
const PictureFixer = lazy(async () => ({
  default: (await import("../picture/picture-fixer.tsx")).PictureFixer,
}));

type Props = { tool: Tool; isRequestShown: boolean; onRequestShown: (shown: boolean) => void };

/** Everything of a tool that opens above its screen. */
export function ToolDialogs({ tool, isRequestShown, onRequestShown }: Props) {
  const t = useTranslations("create");
  const { intake, isSettingsOpen, setSettingsOpen, status } = tool;
  const unfit = Object.entries(intake.works).find(([, { step }]) => step === "unfit");
  return (
    <>
      <Sheet
        open={isSettingsOpen}
        onOpenChange={setSettingsOpen}
        title={t("settings.title")}
        footer={
          <Button variant="primary" size="lg" onClick={() => setSettingsOpen(false)}>
            {t("settings.done")}
          </Button>
        }
      >
        <LazyToolPanel tool={tool} />
      </Sheet>
      <Dialog
        open={isRequestShown}
        onOpenChange={onRequestShown}
        title={t("request.title")}
        description={t("request.text")}
        size="lg"
      >
        <Suspense>
          <RequestText request={status.request} note={null} />
        </Suspense>
      </Dialog>
      {unfit?.[1].step === "unfit" && (
        <Suspense>
          <PictureFixer
            key={unfit[0]}
            picture={unfit[1].picture}
            onFixed={(picture) => intake.send(unfit[0], picture)}
            onCancel={() => intake.cancel(unfit[0])}
          />
        </Suspense>
      )}
    </>
  );
}
