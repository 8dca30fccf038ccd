"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, Sheet } from "#components/ui/dialog.tsx";
import type { CreateDialogsProps } from "./create-dialogs-props.ts";
import { LazySettingsPanel } from "./lazy-settings-panel.tsx";
import { PictureDialogs } from "./picture/picture-dialogs.tsx";

const RequestView = lazy(async () => ({ default: (await import("./request-view.tsx")).RequestView }));

/** Everything of this screen that opens above it. */
export function CreateDialogs({
  create,
  isRequestShown,
  onRequestShown,
  pickingFor,
  onPickEnd,
}: CreateDialogsProps) {
  const t = useTranslations("create");
  const { intake, owner, state, store, isSettingsOpen, setSettingsOpen } = create;
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
        <LazySettingsPanel create={create} />
      </Sheet>
      <Dialog
        open={isRequestShown}
        onOpenChange={onRequestShown}
        title={t("request.title")}
        description={t("request.text")}
        size="lg"
      >
        <Suspense>
          <RequestView draft={state.draft} owner={owner} size={state.sizes.image} />
        </Suspense>
      </Dialog>
      <PictureDialogs
        intake={intake}
        pickingFor={pickingFor}
        onPicked={(slot, { id, size }) =>
          store.dispatch({ type: "put-picture", slot, picture: { assetId: id, size } })
        }
        onPickEnd={onPickEnd}
      />
    </>
  );
}
