"use client";

import { useMutation } from "@tanstack/react-query";
import { EllipsisVertical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";
import {
  deleteConnectionMutation,
  pauseConnectionMutation,
  reorderConnectionsMutation,
  updateConnectionMutation,
} from "#lib/client/connections.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { movedBy } from "./moved-by.ts";
import { useTellProblem } from "./use-connection-problem.ts";

/** The keys of every kind of task are heavy: they come when somebody wants to set prices. */
const PriceDialog = lazy(async () => ({ default: (await import("./price-dialog.tsx")).PriceDialog }));

type Opened = "edit" | "prices" | "switchOff" | "delete";

/** Everything that can be done with a connection, in one menu. */
export function ConnectionActions({ connection, ids }: { connection: Connection; ids: readonly string[] }) {
  const t = useTranslations("connections");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [wantsPrices, setWantsPrices] = useState(false);
  const { name } = connection;
  const items = useItems({ connection, ids }, (what) => {
    if (what === "prices") setWantsPrices(true);
    setOpened(what);
  });
  const onError = useTellProblem();
  const remove = useMutation({ ...deleteConnectionMutation(), onError });
  const switchOff = useMutation({ ...updateConnectionMutation(), onError });
  return (
    <>
      <Menu
        label={t("actionsOf", { name })}
        showTooltip
        align="end"
        items={items}
        triggerClassName="control-square -mt-1.5 -mr-1.5 inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text [&_svg]:size-[1.125rem]"
      >
        <EllipsisVertical aria-hidden />
      </Menu>
      <ConnectionDialog
        connection={connection}
        open={opened === "edit"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "edit" : null)}
      />
      {wantsPrices && (
        <Suspense>
          <PriceDialog
            connection={connection}
            open={opened === "prices"}
            onOpenChange={(isOpen) => setOpened(isOpen ? "prices" : null)}
          />
        </Suspense>
      )}
      <ConfirmDialog
        open={opened === "switchOff"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "switchOff" : null)}
        title={t("switchOffWhich", { name })}
        description={t("switchOffText", { waiting: connection.waiting })}
        confirmLabel={t("switchOff")}
        danger
        busy={switchOff.isPending}
        onConfirm={() =>
          switchOff.mutate(
            { id: connection.id, change: { isEnabled: false } },
            { onSettled: () => setOpened(null) },
          )
        }
      />
      <ConfirmDialog
        open={opened === "delete"}
        onOpenChange={(isOpen) => setOpened(isOpen ? "delete" : null)}
        title={t("deleteWhich", { name })}
        description={t("deleteText")}
        confirmLabel={t("delete")}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(connection.id, { onSettled: () => setOpened(null) })}
      />
    </>
  );
}

type Given = { readonly connection: Connection; readonly ids: readonly string[] };

function useItems({ connection, ids }: Given, open: (what: Opened) => void): MenuItem[] {
  const t = useTranslations("connections");
  const onError = useTellProblem();
  const update = useMutation({ ...updateConnectionMutation(), onError });
  const pause = useMutation({ ...pauseConnectionMutation(), onError });
  const reorder = useMutation({ ...reorderConnectionsMutation(), onError });
  const { id, isDefault, isEnabled, waiting, pause: paused } = connection;
  const up = movedBy(ids, { id, by: -1 });
  const down = movedBy(ids, { id, by: 1 });
  const to = paused === null ? "pause" : "resume";
  return [
    { kind: "action", label: t("edit"), onSelect: () => open("edit") },
    { kind: "action", label: t("ownPrices"), onSelect: () => open("prices") },
    { kind: "separator" },
    {
      kind: "action",
      label: t("makeDefault"),
      disabled: isDefault || !isEnabled,
      onSelect: () => update.mutate({ id, change: { isDefault: true } }),
    },
    {
      kind: "action",
      label: t("moveUp"),
      disabled: up === null || isDefault,
      onSelect: () => up && reorder.mutate(up),
    },
    {
      kind: "action",
      label: t("moveDown"),
      disabled: down === null || isDefault,
      onSelect: () => down && reorder.mutate(down),
    },
    { kind: "separator" },
    { kind: "action", label: t(to), onSelect: () => pause.mutate({ id, to }) },
    {
      kind: "action",
      label: t(isEnabled ? "switchOff" : "switchOn"),
      disabled: isDefault,
      // What waits there would fail: that is asked first.
      onSelect: () =>
        isEnabled && waiting > 0
          ? open("switchOff")
          : update.mutate({ id, change: { isEnabled: !isEnabled } }),
    },
    { kind: "action", label: t("delete"), danger: true, disabled: isDefault, onSelect: () => open("delete") },
  ];
}
