"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { type OptionChip, OptionChips } from "#components/ui/option-chips.tsx";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { clipPriceAt } from "#lib/kling/price-book.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { CreateAction } from "../create-state.ts";
import { chosenConnection } from "./chosen-connection.ts";
import { connectionRefusal } from "./connection-refusal.ts";
import { useRefusalText } from "./use-refusal-text.ts";

type Props = {
  connections: readonly ConnectionView[];
  connectionId: string | null;
  /** The clip, as far as its settings say. */
  request: ClipRequest;
  dispatch: (action: CreateAction) => void;
};

/** Where the clip is made, and what it costs at each place; nothing to choose while there is only one. */
export function ConnectionControl({ connections, connectionId, request, dispatch }: Props) {
  const t = useTranslations("create.controls");
  const refusalText = useRefusalText();
  const priceText = usePriceText();
  const chosen = chosenConnection(connections, connectionId);
  if (connections.length < 2) return null;
  const chips = connections.map((connection): OptionChip<string> => {
    const { id, name } = connection;
    const detail = priceText(connection, request);
    const looks = { value: id, label: name, ...(detail !== undefined && { detail }) };
    if (id === chosen?.id) return { ...looks, state: "selected" };
    const refusal = connectionRefusal(connection, request);
    if (refusal === null) return { ...looks, state: "available" };
    return { ...looks, state: "blocked", reason: refusalText(refusal) };
  });
  const refusal = chosen && connectionRefusal(chosen, request);
  return (
    <div>
      <OptionChips
        label={t("connection")}
        note={t("connectionNote")}
        options={chips}
        onSelect={(value) => dispatch({ type: "choose-connection", connectionId: value })}
      />
      <p role="status" className="mt-2 text-warning-text text-xs empty:hidden">
        {refusal && refusalText(refusal)}
      </p>
    </div>
  );
}

function usePriceText(): (connection: ConnectionView, request: ClipRequest) => string | undefined {
  const t = useTranslations("create.controls");
  const format = useFormatter();
  return ({ isPractice, priceBook }, request) => {
    if (isPractice) return t("practice");
    const price = clipPriceAt(request, priceBook);
    if (!price.known) return undefined;
    return t("connectionUnits", { units: format.number(price.units, { maximumFractionDigits: 4 }) });
  };
}
