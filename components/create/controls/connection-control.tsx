"use client";

import { useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import type { ConnectionView } from "#lib/contract/connections.ts";
import type { CreateAction } from "../create-state.ts";
import { chosenConnection } from "./chosen-connection.ts";

type Props = {
  connections: readonly ConnectionView[];
  connectionId: string | null;
  dispatch: (action: CreateAction) => void;
};

/** Where the clip is made; nothing to choose while there is only one place. */
export function ConnectionControl({ connections, connectionId, dispatch }: Props) {
  const t = useTranslations("create.controls");
  const chosen = chosenConnection(connections, connectionId);
  if (connections.length < 2) return null;
  return (
    <OptionChips
      label={t("connection")}
      options={connections.map(({ id, name, isPractice }) => ({
        value: id,
        label: name,
        ...(isPractice && { detail: t("practice") }),
        state: id === chosen?.id ? "selected" : "available",
      }))}
      onSelect={(value) => dispatch({ type: "choose-connection", connectionId: value })}
    />
  );
}
