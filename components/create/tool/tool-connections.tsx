"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { type OptionChip, OptionChips } from "#components/ui/option-chips.tsx";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { statusOf } from "#lib/kling/forms/status-of.ts";
import { chosenConnection } from "../controls/chosen-connection.ts";
import { type ConnectionRefusal, fieldsWithoutWord } from "../controls/connection-refusal.ts";
import { useRefusalText } from "../controls/use-refusal-text.ts";
import type { Tool } from "./use-tool.ts";

/** Where the task is made, and what it costs at each place; nothing to choose while there is only one. */
export function ToolConnections({ tool }: { tool: Tool }) {
  const t = useTranslations("create.controls");
  const format = useFormatter();
  const refusalText = useRefusalText();
  const { connections, state, dispatch } = tool;
  const chosen = chosenConnection(connections, state.connectionId);
  if (connections.length < 2) return null;
  const chips = connections.map((connection): OptionChip<string> => {
    const { id, name, isPractice } = connection;
    const { price, refusal } = offerOf(tool, connection);
    const units = price.known ? format.number(price.units, { maximumFractionDigits: 4 }) : undefined;
    const detail = isPractice ? t("practice") : units && t("connectionUnits", { units });
    const looks = { value: id, label: name, ...(detail && { detail }) };
    if (id === chosen?.id) return { ...looks, state: "selected" };
    if (refusal === null) return { ...looks, state: "available" };
    return { ...looks, state: "blocked", reason: refusalText(refusal) };
  });
  const refusal = chosen && offerOf(tool, chosen).refusal;
  return (
    <div>
      <OptionChips
        label={t("connection")}
        options={chips}
        onSelect={(value) => dispatch({ type: "choose-connection", connectionId: value })}
      />
      <p role="status" className="mt-2 text-warning-text text-xs empty:hidden">
        {refusal && refusalText(refusal)}
      </p>
    </div>
  );
}

function offerOf({ form, state }: Tool, connection: ConnectionView) {
  const { isEnabled, isPaused, provider, policy, priceBook: book } = connection;
  const status = statusOf(form, state.draft, { known: state.known, policy, book });
  const refused = status.violations.find(
    ({ class: found, severity }) => found === "capability" && severity === "error",
  );
  const fields = fieldsWithoutWord(provider, status.request);
  return { price: status.price, refusal: refusalOf() };

  function refusalOf(): ConnectionRefusal | null {
    if (!isEnabled) return { kind: "off" };
    if (fields.length > 0) return { kind: "dialect", fields };
    if (refused !== undefined) return { kind: "map", message: refused.message };
    return isPaused ? { kind: "paused" } : null;
  }
}
